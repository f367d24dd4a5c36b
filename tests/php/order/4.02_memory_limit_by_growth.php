<?php
// rule: 4.2
ini_set('display_errors', '0');
register_shutdown_function(fn() => print(preg_replace('/\(tried.*/', '', error_get_last()['message']) . "\n"));
ini_set('memory_limit', '8M');
$a = [];
while (true) $a[] = str_repeat('y', 1000);
