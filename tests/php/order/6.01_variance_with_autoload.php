<?php
// rule: 6.1
spl_autoload_register(function ($c) { echo "load $c\n"; if ($c === 'X') eval('class X extends Y {}'); if ($c === 'Y') eval('class Y {}'); });
class A { function m(): Y { return new Y; } }
class B extends A { function m(): X { return new X; } }
var_dump((new B)->m());
