<?php
// rule: 1.7
$a = [1, 2];
[$a, $b] = $a;
var_dump($a, $b);
$a = [3, [4]];
[$b, [$a]] = $a;
var_dump($a, $b);
