<?php
// rule: 2.8
trait T { static function c() { static $n = 0; return ++$n; } }
class A { use T; }
class B { use T; }
echo A::c(), A::c(), B::c(), "\n";
