<?php
// rule: 4.1
register_shutdown_function(fn() => print("shutdown\n"));
class D { function __destruct() { echo "~local\n"; } }
function f() { $d = new D; try { exit("bye\n"); } finally { echo "never\n"; } }
f();
