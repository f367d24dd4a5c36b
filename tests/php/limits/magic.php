<?php
class G { function __get($n) { $o = new G; return $o->$n; } function __call($n, $a) { return $this->$n(...$a); } function __invoke($x) { return array_map($this, [$x]); } }
try { (new G)->foo; } catch (Error $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; }
