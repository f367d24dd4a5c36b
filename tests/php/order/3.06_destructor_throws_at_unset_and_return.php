<?php
// rule: 3.6
class D { function __destruct() { throw new Exception('gone'); } }
$d = new D;
try { unset($d); echo "not here\n"; } catch (Exception $e) { echo $e->getMessage(), "\n"; }
var_dump(isset($d));
function f() { $x = new D; return 'value'; }
try { $r = 'old'; $r = f(); } catch (Exception $e) { echo $e->getMessage(), "\n"; }
var_dump($r);
