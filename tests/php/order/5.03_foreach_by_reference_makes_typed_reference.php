<?php
// rule: 5.3
class T { public int $n = 1; public string $s = 'a'; }
function bump($o) { foreach ($o as &$v) { $v = "5"; } }
$t = new T;
bump($t);
var_dump($t);
try { foreach ($t as $k => &$v) { $v = 'x'; } } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
