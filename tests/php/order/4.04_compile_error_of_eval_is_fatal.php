<?php
// rule: 4.4
echo "before\n";
register_shutdown_function(fn() => print("shutdown\n"));
try { eval('function f($a, $a) {}'); } catch (Throwable $t) { echo "never\n"; }
