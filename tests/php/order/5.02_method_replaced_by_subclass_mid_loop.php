<?php
// rule: 5.2
class A { function v() { return 1; } }
function run() { $o = new A; $s = 0; for ($i = 0; $i < 4; $i++) { $s += $o->v(); if ($i == 1) { eval('if (!class_exists("B")) { class B extends A { function v() { return 10; } } }'); $o = new B; } } return $s; }
echo run(), "\n";
