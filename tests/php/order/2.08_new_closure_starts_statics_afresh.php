<?php
// rule: 2.8
function mk() { return function () { static $n = 0; return ++$n; }; }
$a = mk(); $b = mk();
echo $a(), $a(), $b(), "\n";
