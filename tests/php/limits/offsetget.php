<?php
class A implements ArrayAccess, Countable, IteratorAggregate, JsonSerializable {
 function offsetGet($o): mixed { return $this[$o]; }
 function offsetSet($o, $v): void { $this[$o] = $v; }
 function offsetExists($o): bool { return isset($this[$o]); }
 function offsetUnset($o): void { unset($this[$o]); }
 function count(): int { return count($this); }
 function getIterator(): Iterator { foreach ($this as $x) {} return new ArrayIterator([]); }
 function jsonSerialize(): mixed { return json_encode($this); }
}
$a = new A;
foreach ([fn() => $a[0], fn() => $a[0] = 1, fn() => isset($a[0]), function() use ($a) { unset($a[0]); }, fn() => count($a), function() use ($a) { foreach ($a as $_); }] as $i => $f) {
 try { $f(); } catch (Error $e) { echo $i, get_class($e), ": ", $e->getMessage(), "\n"; }
}
