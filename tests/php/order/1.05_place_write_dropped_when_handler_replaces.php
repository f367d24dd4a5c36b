<?php
// rule: 1.5
set_error_handler(function () { $GLOBALS['a'] = ['handler']; return true; });
$a = [];
$r = ($a[$undefined] = 'stored');
var_dump($r, $a);
