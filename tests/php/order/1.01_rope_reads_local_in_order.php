<?php
// rule: 1.1
$i = 1;
echo "$i {$i} ${i}", "\n";
$f = function () use (&$i) { return $i = 7; };
echo "$i {$f()} $i\n";
