<?php
// rule: 1.7
function t($x) { echo "$x "; return $x; }
[t(0) => [t('a') => $x[t('xi')]], t(1) => $y[t('yi')]] = [['a' => 1], 2];
echo "\n";
var_dump($x, $y);
