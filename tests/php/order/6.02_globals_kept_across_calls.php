<?php
// rule: 6.2
$n = 0;
function bump() { $GLOBALS['n']++; }
for ($i = 0; $i < 3; $i++) { $n += 10; bump(); }
echo $n, "\n";
$f = function () { global $n; $n = 'changed'; };
$f();
echo $n, "\n";
