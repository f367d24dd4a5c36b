<?php
// rule: 4.1
function g() { try { yield 1; } finally { echo "generator finally\n"; } }
$g = g();
$g->current();
exit("exit\n");
