<?php
// rule: 2.3
class A { private $p = 'secret'; static function make() { return static fn() => static::class; } }
$f = function () { return $this->p; };
echo $f->call(new A), Closure::bind($f, new A, A::class)(), "\n";
echo A::make()(), "\n";
try { Closure::bind(A::make(), new A)(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
