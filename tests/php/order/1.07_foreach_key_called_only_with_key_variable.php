<?php
// rule: 1.7
class It implements Iterator {
    private $i = 0;
    function current(): mixed { echo "current "; return $this->i; }
    function key(): mixed { echo "key "; return $this->i; }
    function next(): void { echo "next "; $this->i++; }
    function rewind(): void { echo "rewind "; $this->i = 0; }
    function valid(): bool { echo "valid "; return $this->i < 2; }
}
foreach (new It as $v) { echo "[$v] "; }
echo "\n";
foreach (new It as $k => $v) { echo "[$k] "; }
echo "\n";
