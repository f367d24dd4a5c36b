<?php
// rule: 5.3
class T { public int $n; public ?T $next; public readonly array $r; }
$t = new T;
foreach (['n', 'next', 'r'] as $p) { try { $t->$p; } catch (Error $e) { echo $e->getMessage(), "\n"; } }
try { $t->n++; } catch (Error $e) { echo $e->getMessage(), "\n"; }
var_dump(isset($t->n), $t->n ?? 'unset', $t);
