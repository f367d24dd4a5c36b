<?php
// rule: 4.1
register_shutdown_function(fn() => print("shutdown\n"));
class D { function __destruct() { echo "~\n"; } }
$d = new D;
throw new Exception('end');
