<?php
// rule: 2.6
function f() { $name = 'dyn'; $$name = 5; echo $dyn, "\n"; ${'a b'} = 1; var_dump(array_keys(get_defined_vars())); }
f();
