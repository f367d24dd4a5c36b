<?php
// rule: 4.5
register_shutdown_function(fn() => print("shutdown\n"));
set_time_limit(1);
try { for (;;) { $x = 1; } } finally { echo "never\n"; }
