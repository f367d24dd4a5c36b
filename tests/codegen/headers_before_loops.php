<?php
// absent in loops of total: ssa call* retain release prim_void
// absent in loops of total: clif call call_indirect uload32 uload8
function numbers(int $n): array
{
    $numbers = [];
    for ($i = 0; $i < $n; $i++) {
        $numbers[] = $i ^ 3;
    }
    return $numbers;
}
function total(int $n): int
{
    $left = numbers($n);
    $right = numbers($n + 1);
    $sum = 0;
    for ($i = 0; $i < $n; $i++) {
        $sum ^= $left[$i] ^ $right[$n - $i];
    }
    return $sum;
}
echo total(20), "\n";
