<?php
// rule: 1.6
class A implements ArrayAccess {
    function offsetExists($k): bool { return true; }
    function offsetGet($k): mixed { return 'get'; }
    function offsetSet($k, $v): void { echo "set\n"; }
    function offsetUnset($k): void {}
}
$a = new A;
var_dump($a['k'] = 'operand', $a[] = 1);
