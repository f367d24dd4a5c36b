<?php
// absent in loops of area: ssa prim prim_void call* retain release type_is step
// absent in loops of area: clif call call_indirect load store
function area(int $n): float {
    $h = 1.0 / $n;
    $sum = 0.0;
    for ($i = 0; $i < $n; $i++) {
        $x = $h * ($i + 0.5);
        $sum += 4.0 / (1.0 + $x * $x);
    }
    return $sum * $h;
}
printf("%.6f\n", area(1000));
