<?php
// absent in loops of walk: ssa call_entry call_checked call_builtin* retain place_*
final class Step {
    public function __construct(private int $by) {}
    public function next(int $at): int {
        return $at + $this->by;
    }
}
function walk(int $n): int {
    $step = new Step(3);
    $at = 0;
    for ($i = 0; $i < $n; $i++) {
        $at = $step->next($at);
    }
    return $at;
}
echo walk(10), "\n";
