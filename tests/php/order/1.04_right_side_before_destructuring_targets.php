<?php
// rule: 1.4
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } }
function f() {
    [$x, $y] = $z = [new D('0'), new D('1')];
    $z = null;
    echo "leave\n";
}
f();
