<?php
// rule: 3.6
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n "; throw new Exception("d$this->n"); } }
function f() { $a = new D(1); $b = new D(2); $c = new D(3); throw new Exception('body'); }
try { f(); } catch (Exception $e) { do { echo $e->getMessage(), ' '; } while ($e = $e->getPrevious()); }
echo "\n";
