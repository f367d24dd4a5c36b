<?php
// rule: 1.7
function t($x) { echo "$x "; return $x; }
function rhs() { echo "rhs "; return ['k' => 'v']; }
$a = [];
[t('k') => $a[t('i')]] = rhs();
echo "\n";
var_dump($a);
