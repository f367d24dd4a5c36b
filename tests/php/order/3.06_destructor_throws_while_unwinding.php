<?php
// rule: 3.6
class D { function __destruct() { throw new Exception('destructor'); } }
function f() { $d = new D; throw new Exception('body'); }
try { f(); } catch (Exception $e) { echo $e->getMessage(), ' < ', $e->getPrevious()?->getMessage(), "\n"; }
