<?php
// rule: 3.1
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n "; } }
$a = [new D(1), new D(2), new D(3)];
unset($a[1]);
array_pop($a);
echo "| ";
$a = [];
echo "\n";
