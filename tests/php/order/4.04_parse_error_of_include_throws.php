<?php
// rule: 4.4
file_put_contents($p = tempnam(sys_get_temp_dir(), 'o'), "<?php\necho 'a'\necho 'b';");
try { include $p; } catch (ParseError $e) { echo $e->getMessage(), ' ', $e->getLine(), ' ', $e->getFile() === $p ? 'there' : '', "\n"; }
unlink($p);
