<?php
// rule: 1.7
$a = [1, 2, 3, 4, 5, 0];
foreach ($a as &$v) { echo $v; if ($v == 3) { rsort($a); } }
unset($v);
$a = ['b' => 'y', 'a' => 'x', 'c' => 'z'];
foreach ($a as $k => &$v) { echo " $k$v"; if ($v === 'y') { ksort($a); } }
unset($v);
$a = [3, 'x', 2.5, 1];
foreach ($a as &$v) { echo " $v"; if ($v === 'x') { sort($a); } }
unset($v);
$a = [3, 1, 2];
foreach ($a as &$v) { echo " $v"; if ($v === 3) { usort($a, fn($x, $y) => $x <=> $y); } }
echo "\n";
try { get_class_vars('Unknown'); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
