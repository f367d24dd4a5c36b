<?php
// rule: 4.3
class T { public $l, $r; function sum() { return 1 + ($this->l ? $this->l->sum() : 0); } }
ini_set('memory_limit', '512M');
$t = null;
for ($i = 0; $i < 20000; $i++) { $n = new T; $n->l = $t; $t = $n; }
echo $t->sum(), "\n";
while ($t) { $t = $t->l; }
