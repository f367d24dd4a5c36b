<?php
// rule: 1.2
class D { public $p = null; function __destruct() { echo "~\n"; } function n() { return null; } }
var_dump((new D)->n()?->x()->y);
echo "end\n";
