<?php
// rule: 1.4
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } }
$u = new D('use');
$f = function ($p) use ($u) { $l = new D('local'); };
unset($u);
$f(new D('param'));
echo "call over\n";
unset($f);
