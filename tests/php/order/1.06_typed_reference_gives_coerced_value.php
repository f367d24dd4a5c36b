<?php
// rule: 1.6
class T { public int $n = 1; }
$t = new T;
$r = &$t->n;
var_dump($r = "42");
try { $r = "no"; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
var_dump($t->n);
