<?php
// rule: 3.1
class D { function __destruct() { echo "~\n"; } }
$d = new D;
function f($p) { global $d; $d = null; echo "inside\n"; }
f($d);
echo "end\n";
