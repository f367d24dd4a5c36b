<?php
// rule: 1.2
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } }
function boom() { throw new Exception('x'); }
function f($a, $b) {}
try { f(new D(1), boom()); } catch (Exception $e) { echo "caught\n"; }
