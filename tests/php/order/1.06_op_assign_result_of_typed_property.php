<?php
// rule: 1.6
class T { public int $n = 1; }
$t = new T;
var_dump($t->n += 1.0, $t->n .= "3", $t->n++);
var_dump($t->n);
try { $t->n .= "x"; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
