<?php
// rule: 1.5
$a = [];
foreach ([1.7, true, null, '08', '8', -0.5, "1e3"] as $k) { $a[$k] = gettype($k); }
var_dump($a);
try { $a[[]] = 1; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
try { isset($a[new stdClass]); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
