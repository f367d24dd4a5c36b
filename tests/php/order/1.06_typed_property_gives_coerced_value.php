<?php
// rule: 1.6
class T { public int $n; public string $s; public ?float $f; }
$o = new T;
var_dump($o->n = "5", $o->s = 12, $o->f = 3);
