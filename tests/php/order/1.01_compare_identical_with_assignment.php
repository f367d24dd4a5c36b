<?php
// rule: 1.1
$x = 1;
var_dump($x === ($x = 2));
$x = 1;
var_dump(($x = 2) === $x);
