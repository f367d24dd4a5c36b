<?php
// rule: 1.2
class D { function __destruct() { echo "~\n"; } }
$d = 1;
echo match (true) { (new D) instanceof D => "yes\n", default => "no\n" };
echo "end\n";
