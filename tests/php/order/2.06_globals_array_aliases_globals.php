<?php
// rule: 2.6
$x = 1;
$GLOBALS['x']++;
$GLOBALS['new'] = 'n';
echo $x, $new, isset($GLOBALS['nope']) ? 1 : 0, "\n";
function f() { $GLOBALS['y'] = 2; unset($GLOBALS['x']); foreach (['y'] as $k) echo $GLOBALS[$k], "\n"; }
f();
var_dump(isset($x), $y);
