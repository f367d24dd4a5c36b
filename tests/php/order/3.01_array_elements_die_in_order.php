<?php
// rule: 3.1
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n "; } }
$a = [3 => new D(3), 1 => new D(1), 2 => new D(2)];
$a = null;
echo "\n";
