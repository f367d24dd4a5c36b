<?php
// rule: 5.1
file_put_contents($p = tempnam(sys_get_temp_dir(), 'o'), '<?php $count = ($count ?? 0) + 1; return $count;');
var_dump(include $p, include $p, include_once $p, include_once $p);
unlink($p);
