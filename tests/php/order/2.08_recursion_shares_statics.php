<?php
// rule: 2.8
function f($d) { static $n = 0; $n++; if ($d) f($d - 1); return $n; }
echo f(3), f(0), "\n";
