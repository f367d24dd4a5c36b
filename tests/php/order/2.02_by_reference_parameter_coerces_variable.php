<?php
// rule: 2.2
function f(int &$x) { var_dump($x); $x = 'str'; }
$v = "42";
f($v);
var_dump($v);
