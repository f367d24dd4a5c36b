<?php
// rule: 1.2
class D { public $a = 1; function __destruct() { echo "~\n"; } }
function f() { foreach (new D as $k => $v) { throw new Exception("t"); } }
try { f(); } catch (Exception $e) { echo $e->getMessage(), "\n"; }
