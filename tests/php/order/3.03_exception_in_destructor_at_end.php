<?php
// rule: 3.3
class D { function __destruct() { throw new Exception('late'); } }
$d = new D;
echo "end\n";
