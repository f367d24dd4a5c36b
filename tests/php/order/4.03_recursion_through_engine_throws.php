<?php
// rule: 4.3
class A { function __toString() { return (string) $this; } }
try { echo new A; } catch (Error $e) { echo preg_replace('/\d+/', 'N', $e->getMessage()), "\n"; }
