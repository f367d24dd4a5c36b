<?php
// rule: 3.6
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n "; if ($this->n == 1) throw new Exception('one'); } }
$a = [new D(1), new D(2), new D(3)];
try { $a = null; } catch (Exception $e) { echo $e->getMessage(), "\n"; }
