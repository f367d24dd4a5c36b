<?php
// rule: 2.6
file_put_contents($p = tempnam(sys_get_temp_dir(), 'o'), '<?php $made = $given * 2; return "value";');
function f($p, $given) { $r = include $p; return [$r, $made]; }
var_dump(f($p, 21));
unlink($p);
