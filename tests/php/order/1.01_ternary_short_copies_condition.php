<?php
// rule: 1.1
$x = 5;
echo $x ?: ($x = 1), "\n";
$x = 0;
echo $x ?: ($x = 8), $x, "\n";
