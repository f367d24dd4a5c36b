<?php
// rule: 1.10
trait T { function t() { return [__CLASS__, __TRAIT__, __FUNCTION__, __METHOD__, self::class, static::class]; } }
class A { use T; }
class B extends A { use T { t as u; } }
echo implode(' ', (new A)->t()), "\n", implode(' ', (new B)->u()), "\n";
$f = function () { return [__FUNCTION__, __METHOD__, __LINE__]; };
echo preg_replace('/\{closure.*?\}/', '{closure}', implode(' ', $f())), "\n";
