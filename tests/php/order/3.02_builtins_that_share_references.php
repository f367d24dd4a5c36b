<?php
// rule: 3.2
$a = [1, 2, 3];
foreach ($a as &$r) { $r *= 2; } unset($r);
$b = array_pad($a, 5, 0);
$b[0] = 99;
var_dump($a[0]);
echo serialize([$a, $b]), "\n";
$k = ['x' => 1, 'y' => 2];
foreach ($k as &$r) {} unset($r);
$p = array_pad($k, -3, 7); $p['x'] = 'changed'; print_r($k);
$z = array_map(null, $a, $k); $z[1][0] = 'two'; print_r($a); echo serialize($z), "\n";
$m = array_map(fn ($x, $y) => [$x, $y], $a, $a); $m[0][0] = 5; echo serialize([$a, $m]), "\n";
