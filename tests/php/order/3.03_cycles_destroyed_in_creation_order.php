<?php
// rule: 3.3
class D { public $o; function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } }
$a = new D('a'); $b = new D('b');
$a->o = $b; $b->o = $a;
unset($a, $b);
echo "end\n";
