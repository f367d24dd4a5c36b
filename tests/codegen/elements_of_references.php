<?php
// absent in loops of swing: ssa place_read deref type_exit
// absent in loops of largest: ssa place_* deref retain release
// absent in loops of largest: clif call call_indirect
function swing(array &$heights, array &$speeds, int $n): void
{
    for ($i = 0; $i < $n; $i++) {
        $heights[$i] = $heights[$i] + $speeds[$i] * 0.5;
    }
}
function largest(array &$values, int $n): float
{
    $largest = 0.0;
    for ($i = 0; $i < $n; $i++) {
        if ($values[$i] > $largest) {
            $largest = $values[$i];
        }
    }
    return $largest;
}
$heights = [];
$speeds = [];
for ($i = 0; $i < 8; $i++) {
    $heights[] = $i / 4.5;
    $speeds[] = $i * 1.5;
}
swing($heights, $speeds, 8);
echo largest($heights, 8), "\n";
