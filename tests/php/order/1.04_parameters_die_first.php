<?php
// rule: 1.4
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } }
function f($p, $q) { $l = new D('l'); }
f(new D('p'), new D('q'));
