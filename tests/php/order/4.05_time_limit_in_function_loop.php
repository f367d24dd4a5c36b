<?php
// rule: 4.5
ini_set('max_execution_time', '1');
ini_set('display_errors', '0');
register_shutdown_function(fn() => print(error_get_last()['message'] . "\n"));
function spin($n) { while (true) { $n = ($n * 16807) % 2147483647; } }
spin(1);
