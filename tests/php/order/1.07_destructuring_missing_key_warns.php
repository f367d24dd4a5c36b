<?php
// rule: 1.7
[$a, $b] = [1];
['x' => $c] = ['y' => 1];
var_dump($a, $b, $c);
