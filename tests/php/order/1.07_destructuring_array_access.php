<?php
// rule: 1.7
class A implements ArrayAccess {
    function offsetExists($k): bool { echo "exists "; return true; }
    function offsetGet($k): mixed { echo "get$k "; return $k; }
    function offsetSet($k, $v): void {}
    function offsetUnset($k): void {}
}
[, $c] = new A;
['n' => $d] = new A;
var_dump($a, $b, $c, $d);
