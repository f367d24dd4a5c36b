<?php
class G { function __call($n, $a) { return $this->$n(...$a); } }
try { (new G)->foo(); } catch (Error $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; }
