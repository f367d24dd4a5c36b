<?php
// rule: 2.8
function &f() { static $x = 1; return $x; }
$r = &f();
$r = 7;
echo f(), "\n";
