<?php
// rule: 1.5
// Elements of arrays in variables, references and properties: stored, changed, released.
class O { public $a = []; public array $t = ['k' => 1]; private $h = [[1]]; public readonly array $r; function __construct() { $this->r = ['z' => 1]; }
 function f($k, $v) { $this->a[$k] = $v; $this->t[$k] = $v; $this->a[$k] ??= 1; return $this->a[$k]; } function g($k) { $this->t[$k]++; $this->t[$k] += 2; $this->t['s'] = ($this->t['s'] ?? 'q'); $this->t['s'] .= 'x'; $this->h[0][0] = $this; return $this->t; }
 function ro() { try { $this->r['z'] = 2; } catch (Error $e) { echo $e->getMessage(), "\n"; } } }
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n "; } }
$o = new O; for ($i = 0; $i < 3; $i++) { print_r($o->f("k$i", [$i])); $o->f('5', $i); $o->f('x', new D($i)); } $o->t['k'] = 1; print_r($o->g('k')); $o->ro();
$a = []; for ($i = 0; $i < 4; $i++) { $a['d'] = new D("a$i"); $a[$i % 2] = [$a]; $a['r'] = 5; } echo count($a, 1), "\n"; $b = $a; $b['d'] = null; unset($a['d']); echo "end\n"; $b = null; $a = null;
$x = [new D('in')]; $x[0] = $x; unset($x); echo gc_collect_cycles(), "\n";
function inc(&$i, &$s) { $i++; ++$i; $i--; $s .= 'a'; $s .= $i; $i += 1.5; $i *= 2; return $i; } $n = 1; $s = ''; for ($k = 0; $k < 3; $k++) { var_dump(inc($n, $s)); } echo $s, "\n"; $n = PHP_INT_MAX; function i2(&$i) { $i++; } i2($n); var_dump($n); $n = 'a9'; i2($n); var_dump($n); $n = null; i2($n); var_dump($n);
$arr = ['p' => 1]; $ref = &$arr['p']; $arr['p'] = 5; $arr['p']++; echo $ref, "\n"; function w(&$arr, $k, $v) { $arr[$k] = $v; $arr[$k] .= ''; } w($arr, 'p', 'w'); echo $ref; w($arr, 'new', 'n'); w($arr, 7, 'm'); w($arr, '8', 'm'); w($arr, true, 't'); w($arr, null, 'nul'); print_r($arr);
$l = [1, 2, 3]; function lw(&$l) { $l[1] = 'x'; $l[3] = 4.5; $l[9] = 1; $l[0] -= 0.5; $l[2] |= 8; } lw($l); print_r($l); $c = $l; lw($c); print_r($l); 
$self = [1]; $self['s'] = $self; $self['s']['s'] = $self; echo json_encode($self), "\n";
class G { private $d = []; function __get($n) { echo "get $n "; return $this->d[$n] ?? []; } function __set($n, $v) { echo "set $n "; $this->d[$n] = $v; } } $g = new G; $g->q = [1]; @$g->q['x'] = 2; print_r($g->q);
$str = 'abc'; function sw(&$s) { $s[1] = 'Z'; } sw($str); echo $str, "\n"; $nul = null; function nw(&$n) { $n['k'] = 1; } nw($nul); print_r($nul);
set_error_handler(function ($l, $m) { global $arr; $arr = 'gone'; echo "[$m]"; return true; }); function hm(&$arr) { $arr['u'] %= 2.5; $arr['q'] += 1; return $arr; } $arr = ['u' => 7]; try { var_dump(hm($arr)); } catch (Error $e) { echo $e->getMessage(), "\n"; }
echo str_replace('ab', 'X', str_repeat('aab', 30) . 'a'), strpos(str_repeat('a', 100) . 'ab', 'ab'), var_export(strpos('aaa', 'aaaa'), true), var_export(strpos(str_repeat('ax', 40), 'ay'), true), substr_count(str_repeat('aa', 50), 'aaa'), implode('|', explode('--', 'a--b----c--', -1)), "\n";
print_r(preg_replace(['/a(b)/', '/c/'], ['[$1\\\\\1${1}$9]', 'plain'], 'abcab')); echo preg_replace('/x/', '', 'axb'), "\n";
