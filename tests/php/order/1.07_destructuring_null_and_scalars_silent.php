<?php
// rule: 1.7
[$a, [$b]] = null;
[$c] = 42;
['k' => $d] = 'string';
var_dump($a, $b, $c, $d);
