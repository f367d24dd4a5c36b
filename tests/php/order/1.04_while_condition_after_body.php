<?php
// rule: 1.4
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } }
function f() {
    $i = 0;
    do { $body = new D('body'); } while ($i++ < 0 && ($cond = 1));
    $cond = new D('cond');
}
f();
