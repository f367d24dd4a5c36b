<?php
// rule: 1.4
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } }
function f() { $a = null; $b = new D('b'); $c = new D('c'); $a = new D('a'); }
f();
