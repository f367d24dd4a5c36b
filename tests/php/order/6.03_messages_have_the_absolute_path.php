<?php
// rule: 6.3
set_error_handler(function ($n, $m, $f, $l) { echo $f === __FILE__ ? 'same' : $f, " $l\n"; });
echo $undefined;
try { throw new Exception; } catch (Exception $e) { var_dump($e->getFile() === __FILE__); }
