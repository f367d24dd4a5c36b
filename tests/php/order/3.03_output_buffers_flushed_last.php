<?php
// rule: 3.3
class D { function __destruct() { echo "destructor\n"; } }
$d = new D;
ob_start(fn($s) => "[" . trim($s) . "]\n");
echo "buffered\n";
