<?php
// rule: 1.2
class S { function __toString() { throw new Exception('no'); } function __destruct() { echo "~\n"; } }
$x = 'a';
try { echo "$x " . new S . " b"; } catch (Exception $e) { echo get_class($e), "\n"; }
