<?php
// rule: 2.1
function r(&$x) { $x = 9; }
$a = [1];
r(...$a);
var_dump($a);
$b = $a;
r(...$b);
var_dump($a, $b);
