<?php
// rule: 6.3
try { eval("\nthrow new Exception('e');"); } catch (Exception $e) { echo $e->getFile() === __FILE__ . "(3) : eval()'d code" ? 'place' : $e->getFile(), ' ', $e->getLine(), "\n"; }
echo eval('return __FILE__ === "' . __FILE__ . '(4) : eval()\'d code" ? "file" : __FILE__;'), "\n";
