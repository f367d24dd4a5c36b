<?php
// rule: 2.6
function f() { $a = 1; echo extract(['a' => 2, 'c' => 3], EXTR_SKIP), $a, $c; echo extract(['a' => 7], EXTR_PREFIX_ALL, 'p'), $p_a; $src = ['r' => 1]; extract($src, EXTR_REFS); $r = 9; echo $src['r'], "\n"; }
f();
