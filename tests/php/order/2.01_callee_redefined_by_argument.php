<?php
// rule: 2.1
class A { public $f; }
$a = new A;
$a->f = fn($x) => "first $x\n";
echo ($a->f)($a->f = 'strtoupper') === null ? '' : "called old\n";
