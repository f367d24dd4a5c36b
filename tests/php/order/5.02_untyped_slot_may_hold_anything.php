<?php
// rule: 5.2
class V { public $x; function dbl() { return $this->x * 2; } }
$v = new V;
foreach ([1, 1.5, "3", "4.5", true, null] as $x) { $v->x = $x; var_dump($v->dbl()); }
