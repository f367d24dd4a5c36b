<?php
// rule: 1.1
$i = 0;
$a = [];
$a[$i] = $i++;
var_dump($a);
