<?php
// rule: 3.2
function f($a) { $a[0] = 'x'; $a[1] = 'y'; }
$v = 1;
$arr = [&$v, 2];
f($arr);
var_dump($arr);
