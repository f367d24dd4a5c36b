<?php
// absent in loops of total: ssa call* retain release prim_void
// absent in loops of total: clif call call_indirect
function prices(int $n): array
{
    $prices = [];
    for ($i = 0; $i < $n; $i++) {
        $prices[] = $i / 4.5;
    }
    return $prices;
}
function total(int $n): float
{
    $total = 0.0;
    foreach (prices($n) as $place => $price) {
        $total += $price * $place;
    }
    return $total;
}
echo total(10), "\n";
