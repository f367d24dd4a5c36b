<?php
// rule: 1.1
$i = 1;
echo max($i, $i++), "\n";
$i = 1;
$m = 'max';
echo $m($i, $i++), "\n";
