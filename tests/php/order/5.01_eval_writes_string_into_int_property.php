<?php
// rule: 5.1
class C { public $n = 0; function add($k) { for ($i = 0; $i < $k; $i++) $this->n += $i; return $this->n; } }
$c = new C;
echo $c->add(5), "\n";
eval('$c->n = "100";');
var_dump($c->add(2));
eval('$c->n = "abc";');
try { var_dump($c->add(1)); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
