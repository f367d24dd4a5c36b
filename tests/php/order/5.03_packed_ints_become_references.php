<?php
// rule: 5.3
$a = [1, 2, 3];
$r = &$a[1];
$r = 'two';
$s = 0;
foreach ($a as $v) $s .= $v;
echo $s, "\n";
unset($r);
$a[1] = 5;
echo array_sum($a), "\n";
