<?php
// rule: 1.2
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } }
new D(1);
echo "after\n";
function mk($n) { return new D($n); }
mk(2);
echo "after\n";
