<?php
// rule: 1.5
set_error_handler(function () { $GLOBALS['copy'] = $GLOBALS['a']; return true; });
$a = [1];
$r = ($a[$undefined] = 'stored');
var_dump($r, $a);
