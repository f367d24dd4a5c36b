<?php
// rule: 5.3
class M { public $p = 1; function __get($n) { return "magic $n"; } }
$m = new M;
echo $m->p;
unset($m->p);
echo $m->p;
$m->p = 2;
echo $m->p, "\n";
