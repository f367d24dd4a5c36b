<?php // rule: 5.3
class P { public $a = 1; private int $n = 0; private ?P $next = null; public readonly int $r; public string $s = ""; public float $f = 0.0; public array $l = [];
 function __construct(int $r) { $this->r = $r; }
 function link(?P $p): static { $this->next = $p; return $this; }
 function inc() { $this->n++; ++$this->n; $this->n += 5; $this->s .= "x" . $this->n; $this->f += 1.5; $this->f -= 1; return $this->n--; }
 function next() { return $this->next; }
 function bad($v) { $this->n = $v; }
 function set() { $this->r = 5; }
 function push($v) { $this->l[] = $v; $this->l[0] = $v; return count($this->l); }
}
class Q extends P { private $n = "mine"; function mine() { return $this->n; } function __get($x) { return "get $x"; } function __set($x, $v) { echo "set $x\n"; } }
$p = new P(3);
for ($i = 0; $i < 3; $i++) { var_dump($p->inc()); echo $p->s, " ", $p->f, " ", $p->r, "\n"; $p->link($p); $p->push($i); }
try { $p->set(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
for ($i = 0; $i < 3; $i++) { try { $p->bad($i ? "12" : 4); $p->bad("zz"); } catch (TypeError $e) { echo $e->getMessage(), "\n"; } }
$p->link(null); var_dump($p);
$q = new Q(9);
for ($i = 0; $i < 3; $i++) { echo $q->mine(), $q->inc(), $q->next, $q->nope, "\n"; $q->nope = 3; $q->next = 4; $q->a++; }
var_dump($q);
function f($o) { return $o->a; }
foreach ([$p, $q, new class { public $a = "anon"; }, null, 5, new stdClass] as $o) { var_dump(@f($o)); }
$o = new stdClass; for ($i = 0; $i < 3; $i++) { $o->x = $i; $o->x++; echo $o->x; $o->y .= "a"; } 
echo "\n", $o->y, "\n";
$p->a = &$zz; $zz = 5; for ($i = 0; $i < 3; $i++) { $p->a++; $p->a += 2; echo $zz, f($p), "\n"; $p->a = $i; }
unset($p->a); try { echo f($p), "\n"; } catch (Error $e) { echo $e->getMessage(); }
$p->a = 7; echo f($p), "\n";
class D { public $v; function __destruct() { echo "D", $this->v, "\n"; } }
class H { public $d; public ?D $t = null; function put($v) { $this->d = new D; $this->d->v = $v; $this->t = $this->d; } }
$h = new H; for ($i = 0; $i < 4; $i++) $h->put($i);
$h = null;
class T { public int $x = 5; function __destruct() { throw new Exception("destr"); } }
class U { public $t; } $u = new U; 
for ($i = 0; $i < 3; $i++) { try { $u->t = new T; $u->t = 1; } catch (Exception $e) { echo $e->getMessage(), "\n"; } var_dump($u->t); }
$i = PHP_INT_MAX; $w = new class { public $k = PHP_INT_MAX; public int $m = PHP_INT_MAX; };
for ($j = 0; $j < 2; $j++) { $w->k = PHP_INT_MAX; $w->k++; var_dump($w->k); try { $w->m++; } catch (TypeError $e) { echo $e->getMessage(), "\n"; } $w->k = 3; $w->k *= 4; $w->k -= 1.5; var_dump($w->k); }
