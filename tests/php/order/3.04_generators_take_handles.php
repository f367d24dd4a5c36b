<?php
// rule: 3.4
function g() { yield 1; }
$a = g(); $b = g();
var_dump(spl_object_id($a), spl_object_id($b));
unset($a);
var_dump(spl_object_id(g()));
