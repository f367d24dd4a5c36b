<?php // rule: 2.1
class A { public $v = 1; public function __construct(public int $x = 5, ?A $o = null) {} 
 function m($a, $b = 2, ...$r) { return $a . $b . count($r); } static function s($a = 1) { return static::class . $a; } private function p() { return "p"; } function callp() { return $this->p() . self::s(3) . static::s(4); }
 function ref(&$x) { $x++; return $x; } function &rr() { return $this->v; } function __call($n, $a) { return "$n(" . implode(",", $a) . ")"; } static function __callStatic($n, $a) { return "static $n(" . implode(",", $a) . ")"; }
 function args() { return func_get_args(); } function typed(int $i, string $s, ?A $a, iterable $it = [], A|int $u = 3): ?A { return $a; } function gen() { yield 1; yield 2; } }
class B extends A { function __construct() { parent::__construct(7); } static function s($a = 1) { return "B" . parent::s($a); } private function p() { return "bp"; } }
$a = new A; $b = new B;
for ($i = 0; $i < 3; $i++) foreach ([$a, $b] as $o) { 
  echo $o->m($i), $o->m($i, 3, 4, 5), $o->callp(), $o->s(), $o->nope(1, 2), A::zip(3), "\n"; $k = 1; $o->ref($k); $o->ref($k); echo $k, "\n"; $r = &$o->rr(); $r++; echo $o->v, "\n"; echo count($o->args(1, 2, 3)), "\n";
  var_dump($o->typed("5", 6, $o) === $o, $o->typed(1, "a", null, [1], $o)); foreach ($o->gen() as $g) echo $g; echo "\n"; 
  try { $o->typed("x", 1, null); } catch (TypeError $e) { echo basename($e->getMessage()), "\n"; }
  try { $o->typed(1, "s", new stdClass); } catch (TypeError $e) { echo basename($e->getMessage()), "\n"; }
  try { $o->m(); } catch (ArgumentCountError $e) { echo basename($e->getMessage()), "\n"; }
  try { $o->ref(1 + 1); } catch (Error $e) { echo $e->getMessage(), "\n"; }
  echo $o->ref(ucfirst("abc")), "\n";
}
$fs = [fn($x) => $x * 2, function ($x) use (&$a) { return $a->x + $x; }, 'strtoupper', [$a, 'm'], 'A::s', ['B', 's'], strrev(...), $a->m(...), new class { function __invoke($x) { return "inv$x"; } }];
for ($i = 0; $i < 2; $i++) foreach ($fs as $f) echo $f("3"), "\n";
function dflt(array $a = [1, 2], $c = PHP_INT_SIZE, $d = M_PI, float $f = 1, ?string $s = null) { return count($a) . $c . round($d, 2) . var_export($f, true) . var_export($s, true); }
$n = 'dflt'; echo $n(), $n([1]), $n([], 1, 2, 3, "x"), "\n"; 
class C1 { function __construct() { throw new Exception("ctor"); } function __destruct() { echo "never\n"; } }
for ($i = 0; $i < 2; $i++) try { new C1; } catch (Exception $e) { echo $e->getMessage(), "\n"; }
class C2 {} $c = new C2(print("arg\n")); 
trait Tr { private $z = 1; function z() { return $this->z . self::class . static::class . $this->hid(); } private function hid() { return "h"; } }
class X { use Tr; } class Y { use Tr; } for ($i = 0; $i < 2; $i++) { echo (new X)->z(), (new Y)->z(), "\n"; }
function tr() { throw new Exception; } class TT { function go($x) { tr(); } } try { (new TT)->go([1]); } catch (Exception $e) { echo basename($e->getTraceAsString()), "\n"; }
try { $nul = null; $nul->foo(print("x")); } catch (Error $e) { echo $e->getMessage(), "\n"; }
