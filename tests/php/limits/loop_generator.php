<?php
set_time_limit(1);
set_error_handler(function() { echo "handler\n"; });
ob_start(function($b) { return strtoupper($b); });
echo "hello\n";
function g() { while (true) { yield 1; } }
foreach (g() as $x) { }
