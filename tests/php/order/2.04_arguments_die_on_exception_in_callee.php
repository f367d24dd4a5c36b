<?php
// rule: 2.4
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } }
function f($p) { $l = new D('l'); throw new Exception('x'); }
try { f(new D('p')); } catch (Exception $e) { echo "caught\n"; }
unset($e);
echo "end\n";
