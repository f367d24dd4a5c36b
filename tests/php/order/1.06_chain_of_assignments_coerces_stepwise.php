<?php
// rule: 1.6
class T { public int $i; public string $s; }
$t = new T;
$x = $t->s = $t->i = "7";
var_dump($x, $t->i, $t->s);
