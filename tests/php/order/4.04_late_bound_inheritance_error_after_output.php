<?php
// rule: 4.4
echo "printed\n";
if (true) { class A { function m(int $x) {} } }
if (true) { class B extends A { function m(string $x) {} } }
echo "not printed\n";
