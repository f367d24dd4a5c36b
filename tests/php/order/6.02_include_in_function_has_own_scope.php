<?php
// rule: 6.2
file_put_contents($p = tempnam(sys_get_temp_dir(), 'o'), '<?php $inner = ($outer ?? "none") . "!"; function from_include() { return isset($GLOBALS["inner"]) ? "global" : "local"; } return $inner;');
$outer = 'global';
function f($p) { $outer = 'local'; return include $p; }
echo f($p), ' ', from_include(), ' ', isset($inner) ? 'leaked' : 'kept', "\n";
unlink($p);
