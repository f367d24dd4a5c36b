<?php
// rule: 2.2
// Arguments left out: defaults of all kinds, also in traces; classes named before they are declared; properties of many classes.
interface I {} class A implements I { public function __toString() { return static::class; } } class B extends A {} final class C {}
class T { const K = 'k'; 
 function f(int $a, string $b = 'bee', ?I $c = null, float $d = 1, array $e = [], $g = self::K, bool $h = true) { return func_get_args(); }
 function p($a, $b = 'x', $c = 2.5, $d = null, $e = true, $f = -3, $g = '') { return [$a, $b, $c, $d, $e, $f, $g, func_num_args()]; }
 function q(I $i, int $n = 5, ?I $j = null, string $s = "lit\0eral") { if ($n > 100) throw new Exception('deep'); return "$i $n " . ($j ?? 'none') . " $s"; }
 static function st($x = 1, $y = PHP_INT_SIZE, $z = 'zz') { return "$x$y$z"; }
 function r(&$a, $b = 1, &$c = 7) { $a = $b; $c++; return $c; } 
 function v($a = 1, ...$r) { return [$a, $r]; } 
 function fl(float $x = 3, int|float $y = 4, ?float $z = 2) { return [$x, $y, $z]; } }
$t = new T; $calls = [['f', 1], ['f', '2', 'c'], ['f', 1, 'b', new B], ['p', 1], ['p', 1, 2], ['p', 1, 2, 3, 4, 5, 6], ['p', 1, 2, 3, 4, 5, 6, 7, 8], ['q', new A], ['q', new B, 7], ['q', new B, 7, new A], ['q', new C], ['q', new A, 'x'], ['q', new A, 101], ['fl'], ['fl', 1], ['fl', 1, 2], ['v'], ['v', 2], ['p'], ['q']];
foreach ([1, 2] as $round) foreach ($calls as $c) { $m = array_shift($c); try { var_dump($t->$m(...$c)); } catch (Throwable $e) { echo get_class($e), ' ', preg_replace('~ (called )?in \S+\.php .*~', '', $e->getMessage()), "\n", preg_replace('~^#\d+ .*?: ~m', '', $e->getTraceAsString()), "\n"; } }
foreach ([1, 2] as $x) { try { print_r($t->p($x)); echo $t->q(new B), $t->q(new A, $x), T::st(), T::st(9), "\n"; echo json_encode([$t->f($x), $t->f($x, "s$x"), $t->fl(), $t->fl($x), $t->v(), $t->v($x)]), "\n"; $u = 1; echo $t->r($u), $u, "\n"; echo $t->q(new A, 101); } catch (Throwable $e) { echo preg_replace('~^#\d+ .*?: ~m', '', $e->getTraceAsString()), "\n"; } }
function named($a, $b = 2, $c = 'c') { return "$a$b$c"; } echo named(1), named(b: 5, a: 3), named(1, c: 'x'), named(...[1, 2]), "\n"; $n = 'named'; echo $n(4), $n(4, 5), "\n"; echo implode(',', array_map('named', [1, 2])), "\n";
function gen($a, $b = 3) { for ($i = 0; $i < $b; $i++) yield $a + $i; } foreach (gen(5) as $x) echo $x; $g = 'gen'; foreach ($g(5, 1) as $x) echo $x, "\n";
function thr($a, $b = UNDEFINED_CONST) { return 1; } try { thr(1); } catch (Error $e) { echo $e->getMessage(), "\n"; }
$cl = function ($a, $b = 'dflt', ?T $t = null) { return $a . $b . (isset($this) ? "this" : "none") . ($t ? 'T' : 'N'); }; echo $cl(1), $cl(1, 2), $cl(1, 2, $t), Closure::bind($cl, $t)(5), "\n";
var_dump($t instanceof Nope, $t instanceof Later); if (1) { class Later extends T {} } function isl($x) { return $x instanceof Later2; } var_dump(isl($t)); eval('class Later2 extends T {}'); var_dump(isl(new Later2), isl($t));
abstract class N { protected $attrs; public $kind; private ?A $a; public int $n = 0; function __construct(array $attrs, $k, $a) { $this->attrs = $attrs; $this->kind = $k; $this->a = $a; $this->n = count($attrs); } } for ($i = 0; $i < 3; $i++) { foreach (['X', 'Y', 'Z'] as $c) { if (!class_exists($c)) eval("class $c extends N { public \$w = 1; }"); $o = new $c([$i, $c], $i % 2 ? 'str' : $i, $i ? new B : null); } } var_dump($o);
