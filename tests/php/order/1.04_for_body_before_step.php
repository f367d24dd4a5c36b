<?php
// rule: 1.4
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } }
function f() {
    for ($i = 0; $i < 1; $i++, $step = new D('step')) { $body = new D('body'); }
}
f();
