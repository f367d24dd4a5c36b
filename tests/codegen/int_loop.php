<?php
// absent in loops of sum: ssa prim prim_void call* retain release type_is place_*
// absent in loops of sum: clif call call_indirect load store
function sum(int $n): int {
    $sum = 0;
    for ($i = 0; $i < $n; $i++) {
        $sum += $i & 7;
    }
    return $sum;
}
echo sum(1000), "\n";
