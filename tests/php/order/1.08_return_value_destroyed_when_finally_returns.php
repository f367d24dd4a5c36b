<?php
// rule: 1.8
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } }
function f() { try { return new D('old'); } finally { return new D('new'); } }
$x = f();
echo "got $x->n\n";
