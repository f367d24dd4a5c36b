<?php
set_time_limit(1);
$s = str_repeat("ab", 1000);
for (;;) { $x = md5($s); foreach ([1,2,3] as $y) { $s[0] = 'c'; } }
