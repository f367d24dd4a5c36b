<?php
// rule: 1.7
$src = [1, [2, 3]];
[&$x, [, &$y]] = $src;
$x = 'X'; $y = 'Y';
var_dump($src);
