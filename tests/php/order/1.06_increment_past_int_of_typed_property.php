<?php
// rule: 1.6
class T { public int $n = PHP_INT_MAX; public int|float $m = PHP_INT_MAX; }
$t = new T;
try { $t->n++; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
var_dump($t->m++, $t->m);
