<?php
// rule: 5.3
class R { public function __construct(public readonly array $a, public readonly ?R $r = null) {} function set() { $this->a = []; } }
$r = new R([1], new R([2]));
foreach ([fn() => $r->a = [], fn() => $r->a[] = 1, fn() => $r->set(), function () use ($r) { unset($r->a); }, fn() => $x = &$r->a] as $f) { try { $f(); } catch (Error $e) { echo $e->getMessage(), "\n"; } }
