<?php
// rule: 2.4
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } }
function f($p) { $p = new D('new'); echo "assigned\n"; }
f(new D('old'));
