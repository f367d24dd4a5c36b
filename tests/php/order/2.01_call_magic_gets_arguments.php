<?php
// rule: 2.1
class M { function __call($n, $a) { echo "$n(", implode(',', $a), ")\n"; } static function __callStatic($n, $a) { echo "static $n(", implode(',', $a), ")\n"; } }
$m = new M;
$m->foo(1, 2);
M::bar(...[3, 4]);
$f = [$m, 'baz']; $f(5);
