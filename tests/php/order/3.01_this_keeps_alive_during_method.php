<?php
// rule: 3.1
class D { function __destruct() { echo "~\n"; } function m() { global $d; $d = null; echo "inside\n"; } }
$d = new D;
$d->m();
echo "end\n";
