<?php
// rule: 1.4
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } }
function f() {
    try { $a = new D('a'); throw new Exception; } catch (Exception $e) { $b = new D('b'); }
}
f();
