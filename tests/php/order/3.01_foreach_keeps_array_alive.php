<?php
// rule: 3.1
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n "; } }
$a = [new D(1), new D(2)];
foreach ($a as $v) { $a = null; echo "$v->n "; }
echo "over ";
unset($v);
echo "\n";
