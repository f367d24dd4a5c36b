<?php
// rule: 1.5
final class R { private int $p = 0; public function __construct(private string $t, public $u = null) { $this->u = $t; }
 function n() { $n = 0; while (isset($this->t[$this->p]) && isset($this->u[$this->p])) { $n++; $this->p++; } return $n; }
 function at($k) { return [isset($this->t[$k]), isset($this->u[$k])]; } }
function l(string $s, int $i) { return isset($s[$i]); }
function m($s, $i) { return isset($s[$i]); }
echo (new R('hello'))->n(), (new R(''))->n(), "\n";
$r = new R('abc');
foreach ([0, 2, 3, -1, -3, -4, '1', '3', 'x', true, null, PHP_INT_MIN, PHP_INT_MAX, '1x', '-1'] as $k) { echo json_encode([$k, @$r->at($k), m('abc', $k), m([1, 2, 3], $k), m(['1' => null, 'x' => 1], $k), m(null, $k), m(12, $k)]), is_int($k) ? json_encode(l('abc', $k)) : '', "\n"; }
$r->u = ['a', null]; echo json_encode($r->at(0)), json_encode($r->at(1)), json_encode($r->at('0')), "\n"; $r->u = new ArrayObject([1]); echo json_encode($r->at(0)), json_encode($r->at(1)), "\n"; $r->u = null; echo json_encode($r->at(0)), "\n";
$q = 'text'; $r->u = &$q; echo json_encode($r->at(3)), json_encode($r->at(4)), "\n";
