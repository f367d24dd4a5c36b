<?php
// rule: 3.3
class D { public $o; function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } }
$a = new D('a'); $a->o = $a;
unset($a);
echo gc_collect_cycles() > 0 ? "collected\n" : "none\n";
echo "end\n";
