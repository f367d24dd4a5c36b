<?php
class A { function __destruct() { new A; } }
try { new A; } catch (Error $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; }
