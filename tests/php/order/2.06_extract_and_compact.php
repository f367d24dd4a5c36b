<?php
// rule: 2.6
function f() { $a = 1; extract(['a' => 2, 'b' => 3]); echo $a, $b, "\n"; $n = ['a', ['b', 'nope']]; var_dump(compact($n)); try { extract(['this' => 4]); } catch (Error $e) { echo $e->getMessage(), "\n"; } }
f();
