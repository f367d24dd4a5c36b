<?php
// rule: 2.5
class A { function m($x) { return debug_backtrace(DEBUG_BACKTRACE_PROVIDE_OBJECT, 1); } }
$t = (new A)->m(5);
var_dump(count($t), $t[0]['class'], $t[0]['type'], $t[0]['args'], $t[0]['object'] instanceof A);
function d() { debug_print_backtrace(); }
d();
