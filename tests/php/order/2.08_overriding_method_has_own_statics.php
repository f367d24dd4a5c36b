<?php
// rule: 2.8
class A { function c() { static $n = 0; return ++$n; } }
class B extends A { function c() { static $n = 10; return ++$n . parent::c(); } }
echo (new A)->c(), ' ', (new B)->c(), ' ', (new B)->c(), ' ', (new A)->c(), "\n";
