<?php
// rule: 2.1
class A { function v($x) { return $x; } function r(&$x) { $x = 1; } }
$o = new A;
foreach (['v', 'r'] as $m) { $o->$m($u[$m]); }
var_dump($u);
