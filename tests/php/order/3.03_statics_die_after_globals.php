<?php
// rule: 3.3
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } }
class S { static $s; }
S::$s = new D('static');
function f() { static $x; $x = new D('function static'); }
f();
$g = new D('global');
echo "end\n";
