<?php
// rule: 2.1
$f = strlen(...);
echo $f('abc'), "\n";
class A { private function p() { return 'private'; } function get() { return $this->p(...); } }
echo (new A)->get()(), "\n";
try { $g = nothing(...); } catch (Error $e) { echo $e->getMessage(), "\n"; }
