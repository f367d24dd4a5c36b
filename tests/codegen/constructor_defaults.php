<?php
// absent in loops of make: ssa call_checked call_entry
final class Point
{
    public function __construct(public int $x = 0, public ?Point $next = null)
    {
    }
}
function make(int $n): ?Point
{
    $last = null;
    for ($i = 0; $i < $n; $i++) {
        $last = $i === 3 ? new Point() : new Point($n - $i);
    }
    return $last;
}
echo make(5)->x, "\n";
