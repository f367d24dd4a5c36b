<?php
// rule: 3.3
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; if ($this->n < 3) $GLOBALS['x' . $this->n] = new D($this->n + 1); } }
$d = new D(1);
echo "end\n";
