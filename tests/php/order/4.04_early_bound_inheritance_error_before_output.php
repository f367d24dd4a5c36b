<?php
// rule: 4.4
echo "never printed\n";
class A { function m(int $x) {} }
class B extends A { function m(string $x) {} }
