<?php
// rule: 1.6
class M { function __set($n, $v) { $this->x = 'other'; } public $x; }
$m = new M;
var_dump($m->unknown = 'operand');
