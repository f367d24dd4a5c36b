<?php
class C {
    function m($a, &$b) {
        static $n = 0, $o = new D;
        $f = function () use ($a, &$b) { return __METHOD__; };
        $g = static fn($x) => $x + $a + $undefined;
        return $this->m(...);
    }
}
$h = fn() => __FUNCTION__;
