<?php
// rule: 1.5
class K { function __toString() { throw new Exception('key'); } }
$a = [];
try { isset($a[(string) new K]); } catch (Exception $e) { echo $e->getMessage(), "\n"; }
try { $a[new K] = 1; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
