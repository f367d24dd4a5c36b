<?php
// rule: 1.5
$a = ['x' => null];
unset($a['y']['z'], $a['x']['w'], $b['c'][1]);
var_dump($a);
