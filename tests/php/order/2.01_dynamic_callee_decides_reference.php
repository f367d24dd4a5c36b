<?php
// rule: 2.1
function byref(&$x) { $x = 'made'; }
function byval($x) { var_dump($x); }
$f = 'byval';
$f($a['k']['l']);
var_dump($a);
$f = 'byref';
$f($a['k']['l']);
var_dump($a);
