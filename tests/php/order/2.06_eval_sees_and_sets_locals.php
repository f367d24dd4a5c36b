<?php
// rule: 2.6
function f($x) { eval('$y = $x + 1; $x = "new";'); return [$x, $y]; }
var_dump(f(1));
