<?php
// rule: 4.1
set_error_handler(function ($n, $m) { echo "$m\n"; exit(1); });
function f() { try { echo $undefined; } finally { echo "never\n"; } }
f();
