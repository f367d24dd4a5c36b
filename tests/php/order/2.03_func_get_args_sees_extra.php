<?php
// rule: 2.3
function f($a, $b = 5) { $a = 'changed'; var_dump(func_get_args(), func_num_args()); }
f(1);
f(1, 2, 3);
