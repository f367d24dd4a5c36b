<?php
// rule: 4.1
register_shutdown_function(fn() => print("shutdown\n"));
file_put_contents($p = tempnam(sys_get_temp_dir(), 'o'), '<?php function f($a, $a) {}');
register_shutdown_function(fn() => unlink($p));
ini_set('display_errors', '0');
register_shutdown_function(fn() => print(error_get_last()['message'] . "\n"));
try { include $p; } finally { echo "never\n"; }
