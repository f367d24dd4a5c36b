<?php
// rule: 1.6
$r = [$a, [$b]] = [1, [2, 3], 4];
var_dump($r);
