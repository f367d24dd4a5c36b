<?php
// absent in fib: ssa retain release call_entry call_checked call_builtin* prim* place_* type_is
// absent in fib: clif call_indirect
function fib(int $n): int {
    return $n < 2 ? $n : fib($n - 1) + fib($n - 2);
}
echo fib(15), "\n";
