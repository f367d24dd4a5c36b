<?php
// rule: 5.2
function sum(array &$a) { $s = 0; for ($i = 0; $i < count($a); $i++) { $s += $a[$i]; if ($i == 1) { $a[] = 0.5; $a[2] = "7"; } } return $s; }
$a = [1, 2, 3];
var_dump(sum($a));
