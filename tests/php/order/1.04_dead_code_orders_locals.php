<?php
// rule: 1.4
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } }
function f() {
    if (0) { $z = 1; }
    $a = new D('a');
    $z = new D('z');
}
f();
