<?php
// rule: 1.10
class S { function __construct(public $n) {} function __toString() { echo "[$this->n]"; return $this->n; } }
$a = new S('a'); $b = new S('b');
echo "x{$a}y{$b}z", "\n";
echo $a . 'y' . $b, "\n";
