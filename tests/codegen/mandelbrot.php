<?php
// absent in loops of escape: ssa prim prim_void call* retain release type_is step place_*
// absent in loops of escape: clif call call_indirect load store
function escape(float $cr, float $ci): int {
    $zr = 0.0;
    $zi = 0.0;
    $n = 0;
    while ($n < 50 && $zr * $zr + $zi * $zi < 4.0) {
        $t = $zr * $zr - $zi * $zi + $cr;
        $zi = 2.0 * $zr * $zi + $ci;
        $zr = $t;
        $n++;
    }
    return $n;
}
echo escape(0.1, 0.2), ' ', escape(1.0, 1.0), "\n";
