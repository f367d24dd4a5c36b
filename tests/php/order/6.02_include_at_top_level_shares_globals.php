<?php
// rule: 6.2
file_put_contents($p = tempnam(sys_get_temp_dir(), 'o'), '<?php $x++; $y = "made"; global $z; $z = 3;');
$x = 1;
include $p;
echo $x, $y, $z, "\n";
unlink($p);
