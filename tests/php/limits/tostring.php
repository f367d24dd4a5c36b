<?php
class A { function __toString(): string { return (string)$this; } }
try { echo new A; } catch (Error $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; }
