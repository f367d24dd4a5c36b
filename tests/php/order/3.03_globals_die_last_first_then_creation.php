<?php
// rule: 3.3
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } }
$a = new D('a');
$b = new D('b');
$c = new D('c');
$hold = [$b];
echo "end\n";
