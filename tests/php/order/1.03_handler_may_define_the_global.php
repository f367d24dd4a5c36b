<?php
// rule: 1.3
set_error_handler(function ($n, $m) { $GLOBALS['g'] = 41; echo "$m\n"; return true; });
$r = $g + 1;
var_dump($r, $g);
