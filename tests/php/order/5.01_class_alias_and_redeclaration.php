<?php
// rule: 5.1
class A { const X = 'A'; }
class_alias('A', 'B');
echo B::X, (new B)::class, "\n";
try { eval('class B {}'); } catch (Error $e) { echo "never\n"; }
