<?php
// rule: 2.4
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } }
function f() { $a = new D('a'); $b = new D('b'); return $a; }
$r = f();
echo "returned $r->n\n";
