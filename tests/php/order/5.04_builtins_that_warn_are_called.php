<?php
// rule: 5.4
set_error_handler(function ($n, $m) { echo "[$m]"; return true; });
echo str_repeat('a', 2), array_sum([1, 'x']), implode(',', [[1]]), "\n";
var_dump(unserialize('bad'), hex2bin('abc'));
