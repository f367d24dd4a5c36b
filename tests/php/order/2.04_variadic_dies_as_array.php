<?php
// rule: 2.4
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } }
function f($first, ...$rest) { $l = new D('l'); }
f(new D(1), new D(2), new D(3));
