<?php
// rule: 3.2
class O { public $p = 1; }
$o = new O;
$r = &$o->p;
$c = clone $o;
$r = 2;
echo $o->p, $c->p, "\n";
unset($r);
$d = clone $o;
$o->p = 3;
echo $d->p, $c->p, "\n";
