<?php
// rule: 1.5
$a = [1, 2];
$a[] = $a;
$a[0] = &$a[2][1];
$a[2][1] = 'changed';
var_dump($a);
