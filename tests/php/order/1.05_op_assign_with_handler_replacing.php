<?php
// rule: 1.5
set_error_handler(function ($n, $m) { echo "$m\n"; $GLOBALS['a'] = 'str'; return true; });
$a = ['x' => 1];
$a['missing'] .= 'tail';
var_dump($a);
