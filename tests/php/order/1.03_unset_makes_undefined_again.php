<?php
// rule: 1.3
$x = 1;
unset($x);
var_dump(isset($x));
echo $x;
$x .= 'a';
var_dump($x);
