<?php
// rule: 2.6
function f($p, $q = 2) { $z = 1; $a = 2; if (0) $never = 3; return get_defined_vars(); }
var_dump(f(1));
