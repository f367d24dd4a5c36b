<?php
// rule: 1.5
// Elements of objects: lists kept natively, methods of ArrayAccess; `++` asks for the element and does not give it back.
set_error_handler(function ($level, $text) { echo "[$text] "; return true; });
function show($f) { foreach ($f as $k => $v) echo $k, '=', var_export($v, true), ' '; echo "\n"; }
class Sub extends SplFixedArray { public $p = 1; public function offsetGet($i): mixed { return "<" . parent::offsetGet($i) . ">"; } }
class Plain extends SplFixedArray { public array $q = [1]; }
class D { function __construct(public $n) {} function __destruct() { echo "~{$this->n} "; } }
class M { private SplFixedArray $b; public ?SplFixedArray $n = null; function __construct() { $this->b = new SplFixedArray(3); for ($i=0;$i<3;$i++) { $this->b[$i] = new SplFixedArray(4); for ($j=0;$j<4;$j++) $this->b[$i][$j] = $i*$j; } }
 function get($x,$y) { return $this->b[$y][$x]; } function set($x,$y,$v) { $this->b[$y][$x] = $v; } function inc($x,$y) { return $this->b[$y][$x]++; } function add($x,$y,$v) { $this->b[$y][$x] .= $v; }
 function has($x,$y) { return isset($this->b[$y][$x]); } function app() { $this->b[] = 1; } function raw() { return $this->b; } }
$m = new M; for ($r=0;$r<3;$r++) { $m->set(1,2,"s"); echo $m->get(1,2), $m->inc(2,2), $m->get(2,2), var_export($m->has(3,1), true), var_export($m->has(3,9), true), "\n"; $m->add(1,2,"x"); echo $m->get(1,2), "\n"; }
foreach ([-1, 4, "1", "01", 1.7, true, null, "x", [], new stdClass] as $k) { try { var_dump($m->get($k, 1)); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } try { $m->set($k, 1, 7); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } try { var_dump($m->has($k, 1)); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
try { $m->app(); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
show($m->raw()[1]);
$c = clone $m->raw()[2]; $c[0] = 'changed'; show($c); show($m->raw()[2]);
$s = new Sub(2); $s[0] = 'a'; echo $s[0], "\n"; $p = new Plain(2); $p[1] = 5; $p[1] += 2; echo $p[1], count($p), "\n"; var_dump($p);
$f = SplFixedArray::fromArray([1, 2, 3]); $a = $f->toArray(); $a[] = 4; print_r($a); $f[1] = 'x'; $f[2] = 2.5; show($f); $f[2] *= 2; $f[0]--; show($f);
$f->setSize(5); show($f); $f->setSize(2); show($f);
for ($i = 0; $i < 3; $i++) { $d = new SplFixedArray(2); $d[0] = new D("a$i"); $d[1] = new D("b$i"); $d[0] = null; echo "| "; $d[1] = 5; echo "| "; $d[0] = new D('c'); unset($d); echo "\n"; }
$x = new SplFixedArray(2); $x[0] = $x; $x[1] = new D('cyc'); unset($x); echo gc_collect_cycles() > 0 ? "gc\n" : "none\n";
[$q, $w] = SplFixedArray::fromArray([8, 9]); echo $q, $w, "\n";
function t($o, $i) { return $o[$i]; } echo t([1,2], 1), t("ab", 1), t($f, 0), "\n"; $o = new ArrayObject([5,6]); echo t($o, 1), "\n";
function w($o, $i, $v) { $o[$i] = $v; $o[$i]++; return $o; } print_r(w([1], 1, 2)); print_r(w($f, 1, 3)); print_r(w($o, 9, 3));
$f[0] = [1,2]; try { $f[0][1] = 5; } catch (Throwable $e) { echo $e->getMessage(); } echo json_encode($f), "\n"; $r = &$f[0]; $r = 3; show($f); var_dump(isset($f[0]), empty($f[0]), isset($f[7]), $f[7] ?? 'def');
echo serialize($f), "\n"; show(unserialize(serialize($f)));
class Access implements ArrayAccess { public $d = []; function offsetGet($k): mixed { echo "get "; return $this->d[$k] ?? 0; } function offsetSet($k, $v): void { echo "set "; $this->d[$k] = $v; } function offsetExists($k): bool { echo "has "; return isset($this->d[$k]); } function offsetUnset($k): void {} }
$a = new Access; $a['x'] = 1; $a['x']++; ++$a['x']; echo $a['x'], "\n"; $a['x'] += 5; echo $a['x'], "\n"; $r = $a['q']++; var_dump($r); $a['n'] ??= 4; echo "\n";
$s = new SplObjectStorage; $o = new stdClass; $s[$o] = 1; $s[$o]++; var_dump($s[$o]);
$f = new SplFixedArray(1); $f[0] = 1; $f[0]++; var_dump($f[0]); var_dump($f[0]--, ++$f[0]);
$ao = new ArrayObject([1]); $ao[0]++; var_dump($ao[0]); try { $f[7]++; } catch (Exception $e) { echo $e->getMessage(); }
class Holder { public $o; } $p = new Holder; $p->o = $a; $p->o['x']++; 
