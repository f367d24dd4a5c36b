<?php
// rule: 2.5
class D { function __destruct() { echo "~\n"; } }
function f($d) { return new Exception; }
$e = f(new D);
echo "kept\n";
unset($e);
echo "end\n";
