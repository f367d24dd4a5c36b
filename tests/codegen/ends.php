<?php
// absent in loops of drain: ssa call_builtin call_builtin_generic call_entry prim retain
// absent in loops of drain: clif call_indirect
function drain(int $n): int {
    $stack = [$n];
    $sum = 0;
    while ($stack) {
        $x = array_pop($stack);
        $sum += $x;
        if ($x > 0) {
            array_push($stack, $x - 1);
        }
    }
    return $sum;
}
echo drain(10), "\n";
