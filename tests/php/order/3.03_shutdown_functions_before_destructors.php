<?php
// rule: 3.3
class D { function __destruct() { echo "~\n"; } }
$d = new D;
register_shutdown_function(function () { echo "shutdown 1\n"; register_shutdown_function(fn() => print("nested\n")); });
register_shutdown_function(function ($x) { echo "shutdown $x\n"; }, 2);
echo "end\n";
