<?php
// rule: 2.8
$f = function () { static $n = 0; return ++$n; };
$f(); $f();
$g = clone $f;
$h = Closure::bind($f, null);
echo $g(), $h(), $f(), "\n";
