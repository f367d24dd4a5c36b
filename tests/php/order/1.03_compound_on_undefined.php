<?php
// rule: 1.3
function f() { $s .= 'x'; $n += 2; $a[] = 1; $b['k']['l'] = 2; return [$s, $n, $a, $b]; }
var_dump(f());
