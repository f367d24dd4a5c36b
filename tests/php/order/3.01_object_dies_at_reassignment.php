<?php
// rule: 3.1
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } }
$a = new D(1);
echo "before\n";
$a = new D(2);
echo "after\n";
$a = null;
echo "end\n";
