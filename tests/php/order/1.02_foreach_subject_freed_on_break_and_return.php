<?php
// rule: 1.2
class D { public $a = 1; public $b = 2; function __destruct() { echo "~\n"; } }
foreach (new D as $k => $v) { echo "$k\n"; break; }
function f() { foreach (new D as $k => $v) { return $k; } }
echo f(), "\n";
