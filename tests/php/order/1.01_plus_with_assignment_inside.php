<?php
// rule: 1.1
$x = 3;
echo $x + ($x = 10) + $x, "\n";
