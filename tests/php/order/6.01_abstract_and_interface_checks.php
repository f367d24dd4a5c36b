<?php
// rule: 6.1
interface I { function a(); const K = 1; }
abstract class A implements I { abstract function b(); }
class B extends A { function a() { return self::K; } function b() { return static::K + 1; } }
echo (new B)->a(), (new B)->b(), "\n";
try { new A; } catch (Error $e) { echo $e->getMessage(), "\n"; }
eval('class Bad extends A { function a() {} }');
