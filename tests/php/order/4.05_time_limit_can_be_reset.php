<?php
// rule: 4.5
set_time_limit(1);
set_time_limit(0);
$t = hrtime(true);
while (hrtime(true) - $t < 50_000_000) {}
echo ini_get('max_execution_time'), "\n";
