<?php
// rule: 1.3
function f($c) { if ($c) $x = 'set'; return $x; }
var_dump(f(true), f(false));
