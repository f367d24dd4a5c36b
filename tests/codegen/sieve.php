<?php
// absent in loops of sieve: ssa call* step
// absent in loops of sieve: clif call_indirect
function sieve(int $n): int {
    $flags = [];
    for ($i = 0; $i <= $n; $i++) {
        $flags[] = 1;
    }
    $count = 0;
    for ($i = 2; $i <= $n; $i++) {
        if ($flags[$i] === 1) {
            $count++;
            for ($k = $i + $i; $k <= $n; $k += $i) {
                $flags[$k] = 0;
            }
        }
    }
    return $count;
}
echo sieve(100), "\n";
