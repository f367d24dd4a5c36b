<?php
ini_set('memory_limit','1G');
function f($n){ return $n == 0 ? 0 : 1 + f($n-1); }
echo f(1000000), "\n";
class A { public $c=0; function m(int $n): int { if ($n <= 0) return 0; return $this->m($n-1) + 1; } static function s(array $a, $n) { return $n ? self::s($a, $n-1)+count($a) : 0; } }
echo (new A)->m(1000000), "\n";
echo A::s([1,2], 500000), "\n";
$g = function($n) use (&$g) { return $n ? $g($n-1)+1 : 0; };
echo $g(300000), "\n";
