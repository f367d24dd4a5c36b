<?php
// rule: 1.9
class A { function __construct() { throw new Exception('c'); } function __destruct() { echo "never\n"; } }
try { new A; } catch (Exception $e) { echo $e->getMessage(), "\n"; }
