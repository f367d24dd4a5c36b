<?php
// rule: 1.5
echo $a['x']['y']['z'], "|\n";
$a = ['x' => 5];
echo $a['x']['y'], "|\n";
echo $a['q']['y'], "|\n";
