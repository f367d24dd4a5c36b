<?php
// rule: 3.1
class D { function __destruct() { echo "~\n"; } function m() { return 1; } }
function f() { $d = new D; $d->m(); echo "still alive\n"; }
f();
