<?php
// rule: 2.2
function f(?int $a, int|string $b, int|float $c) { var_dump($a, $b, $c); }
f(null, "x", "5");
f("3", "4", "5.5");
f(1, 2.0, "1e3");
try { f('x', 1, 1); } catch (TypeError $e) { echo $e->getMessage() === '' ? '' : preg_replace('/, called.*/', '', $e->getMessage()), "\n"; }
