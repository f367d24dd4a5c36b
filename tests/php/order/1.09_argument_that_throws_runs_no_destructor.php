<?php
// rule: 1.9
class A { function __construct($x) {} function __destruct() { echo "destructed\n"; } }
function t() { throw new Exception('arg'); }
try { new A(t()); } catch (Exception $e) { echo $e->getMessage(), "\n"; }
