<?php
// absent in loops of collatz: ssa prim prim_void call* retain place_*
// absent in loops of collatz: clif call_indirect
function collatz($n) {
    $steps = 0;
    while ($n != 1) {
        $n = $n % 2 == 0 ? $n >> 1 : 3 * $n + 1;
        $steps++;
    }
    return $steps;
}
echo collatz(27), "\n";
