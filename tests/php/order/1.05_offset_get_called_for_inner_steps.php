<?php
// rule: 1.5
class AA implements ArrayAccess {
    public array $d = [];
    function offsetExists($k): bool { echo "exists $k\n"; return isset($this->d[$k]); }
    function &offsetGet($k): mixed { echo "get $k\n"; return $this->d[$k]; }
    function offsetSet($k, $v): void { echo "set ", var_export($k, true), "\n"; $this->d[$k] = $v; }
    function offsetUnset($k): void { echo "unset $k\n"; unset($this->d[$k]); }
}
$a = new AA;
$a['x'] = 1;
$a['y']['z'] = 2;
$a[] = 3;
isset($a['x']);
isset($a['y']['z']);
empty($a['y']['q']);
unset($a['x']);
unset($a['y']['z']);
echo $a['x'] ?? 'none', "\n";
