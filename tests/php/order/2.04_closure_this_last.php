<?php
// rule: 2.4
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } function f() { return function ($p) { $l = new D('l'); echo "in $this->n\n"; }; } }
(new D('this'))->f()(new D('p'));
echo "end\n";
