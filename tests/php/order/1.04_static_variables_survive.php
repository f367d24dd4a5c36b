<?php
// rule: 1.4
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } }
function f() { static $s; $s ??= new D('static'); $l = new D('local'); }
f(); f();
echo "end\n";
