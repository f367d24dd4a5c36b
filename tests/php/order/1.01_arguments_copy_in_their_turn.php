<?php
// rule: 1.1
function f(...$args) { echo implode(' ', $args), "\n"; }
$i = 1;
f($i, $i++, $i);
