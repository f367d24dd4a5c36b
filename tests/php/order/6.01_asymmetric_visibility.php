<?php
// rule: 6.1
class A { public private(set) int $n = 1; public protected(set) array $l = []; function inc() { $this->n++; $this->l[] = $this->n; return $this; } }
$a = (new A)->inc();
echo $a->n, count($a->l), "\n";
try { $a->n = 5; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { $a->l[] = 5; } catch (Error $e) { echo $e->getMessage(), "\n"; }
