<?php
// rule: 1.4
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } }
function g() { yield new D('key') => new D('value'); }
function f() { foreach (g() as $k => $v) { } echo "loop over\n"; }
f();
