<?php
// rule: 1.7
$a = 1; $b = 2;
[$a, $b] = [$b, $a];
echo "$a $b\n";
$x = [1, 2, 3];
[$x[2], $x[1], $x[0]] = $x;
echo implode(',', $x), "\n";
