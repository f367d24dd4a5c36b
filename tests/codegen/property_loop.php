<?php
// absent in loops of Counter::run: ssa call* place_* prim prim_void
// absent in loops of Counter::run: clif call call_indirect
final class Counter {
    private int $count = 0;
    public function run(int $n): int {
        for ($i = 0; $i < $n; $i++) {
            $this->count += $i & 3;
        }
        return $this->count;
    }
}
echo (new Counter)->run(100), "\n";
