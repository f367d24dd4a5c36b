<?php
// absent in loops of total: ssa call* retain prim_void
// absent in loops of total: clif call_indirect
function total(array $list): int {
    $sum = 0;
    foreach ($list as $value) {
        $sum += (int) $value;
    }
    return $sum;
}
function fill(int $n): array {
    $list = [];
    for ($i = 0; $i < $n; $i++) {
        $list[] = $i;
    }
    return $list;
}
echo total(fill(100)), "\n";
