<?php
// rule: 3.7
function mk($c) { return new $c; }
class A { public $v = 1; }
function run($c) { $o = mk($c); $r = $o->v; $o = null; echo "after $r\n"; }
run('A');
eval('class B extends A { function __destruct() { echo "~B\n"; } }');
run('B');
