<?php
// rule: 6.02
// An uncaught exception of top-level code that has not loaded anything yet.
$kept = 5;
register_shutdown_function(function () { global $kept; var_dump($kept); eval('global $total; echo $kept + 1, " ", $total, "\n";'); });
set_exception_handler(function (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; });
$total = 0;
foreach ([3, 1, 0] as $d) { $total += intdiv(6, $d); }
eval('echo "not reached\n";');
