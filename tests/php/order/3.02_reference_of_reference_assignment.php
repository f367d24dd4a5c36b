<?php
// rule: 3.2
$a = 1;
$b = &$a;
$c = $b;
$c++;
$b++;
$d = &$b;
unset($b);
$d = 10;
echo $a, $c, $d, "\n";
