<?php
// rule: 2.3
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } }
function f($a) { echo "body\n"; }
f(new D('a'), new D('extra'));
