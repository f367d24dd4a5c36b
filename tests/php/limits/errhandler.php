<?php
set_error_handler(function($no, $msg) { echo $undefined; return true; });
echo $x; echo "ok\n";
function h($n,$m) { set_error_handler('h'); echo $undef2; return true; }
set_error_handler('h');
try { echo $y; } catch (Error $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; }
