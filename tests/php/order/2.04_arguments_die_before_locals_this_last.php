<?php
// rule: 2.4
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } function m($p) { $l = new D('local'); } }
(new D('this'))->m(new D('param'));
