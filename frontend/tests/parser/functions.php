<?php
/** About f. */
#[A, B(1, name: 2)]
function &f(int $a, ?array $b = null, A|(B&C) &...$rest): ?static { yield; }
/** not for closures? */
$c = #[Pure] static function &($x) use ($y, &$z): int { return $x; };
$d = static fn(#[S] callable $x = PHP_INT_MAX): never => throw $x;
f(...); f(...$a, ...[1]); f(a: 1, array: 2); $c(1)(2); (new A)->b(); new A()->b(); [$a, 'b'](); 'f'();
new class(1) extends A implements B, C { use T; };
new ($a . 'b');
new $a->b['c']::$d(1);
new (A::class);
$a?->b()?->c[1]::D::$e::f();
A::{$x}(); A::$y(); A::{'Z'}; $o->{'p'}; $o->$p; $o::class; A::$$v;
readonly(1); exit; exit(1); die('x');
function readonly() {}
