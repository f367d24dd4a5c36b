<?php
// rule: 3.1
class D { function __destruct() { echo "~\n"; } }
function f() { $a = [new D]; $x = count($a); echo "used\n"; return $x; }
f();
echo "returned\n";
