<?php
// rule: 3.6
class D { function __destruct() { throw new Exception('gone'); } }
$d = new D;
try { $d = 5; } catch (Exception $e) { echo $e->getMessage(), "\n"; }
var_dump($d);
