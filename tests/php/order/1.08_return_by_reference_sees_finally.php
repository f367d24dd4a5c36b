<?php
// rule: 1.8
$g = 1;
function &f() { global $g; try { return $g; } finally { $g = 2; } }
echo f(), "\n";
