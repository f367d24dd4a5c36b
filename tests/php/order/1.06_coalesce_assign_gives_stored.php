<?php
// rule: 1.6
class T { public ?int $n = null; }
$t = new T;
var_dump($t->n ??= "9", $t->n ??= "10");
