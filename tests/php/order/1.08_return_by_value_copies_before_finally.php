<?php
// rule: 1.8
function f() { $x = 1; try { return $x; } finally { $x = 2; echo "finally\n"; } }
echo f(), "\n";
