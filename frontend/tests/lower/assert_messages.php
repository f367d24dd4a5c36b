<?php
assert($a   and ! ( $b || $c ) , "given");
assert(($a + 1) * -$b ** 2 === f(...$args, name: "x\n$y") ?? $o?->p[1.0]::$q);
assert(fn(int|null &...$x): ?A => new class(1) extends B { public readonly int $p; use T { a as protected b; } });
assert((function () use ($x) { if ($a) { return 1; } else if ($b) { foreach ($c as $k => $v) echo "{$v}s{$k}[0]"; } else { try { throw $e; } catch (E|F $e) {} finally {} } })());
assert(match($x) { 1, 2 => $a ?: 'b', default => null });
