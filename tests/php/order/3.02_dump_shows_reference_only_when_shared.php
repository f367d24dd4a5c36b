<?php
// rule: 3.2
$a = [1, 2];
$r = &$a[0];
var_dump($a);
unset($r);
var_dump($a);
