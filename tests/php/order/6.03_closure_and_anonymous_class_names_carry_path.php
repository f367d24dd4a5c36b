<?php
// rule: 6.3
$o = new class {};
var_dump(str_starts_with(get_class($o), "class@anonymous\0" . __FILE__));
$f = function () { return __FUNCTION__; };
var_dump($f() === '{closure:' . __FILE__ . ':5}');
