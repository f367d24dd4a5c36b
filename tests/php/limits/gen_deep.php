<?php
ini_set('memory_limit','1G');
function f($n) { return $n ? f($n-1)+1 : 0; }
function g() { yield f(500000); }
foreach (g() as $x) echo $x, "\n";
function h($n) { yield $n; if ($n < 20000) yield from h($n+1); }
$s=0; foreach (h(0) as $x) $s+=$x; echo $s,"\n";
