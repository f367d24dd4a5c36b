<?php
// rule: 3.2
$x = 1;
$a = [&$x];
unset($x);
$b = $a;
$b[0] = 2;
echo $a[0], "\n";
