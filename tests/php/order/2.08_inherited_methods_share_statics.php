<?php
// rule: 2.8
class A { static function c() { static $n = 0; return ++$n; } }
class B extends A {}
echo A::c(), B::c(), A::c(), "\n";
