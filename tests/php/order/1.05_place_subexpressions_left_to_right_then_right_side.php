<?php
// rule: 1.5
function t($x) { echo "$x "; return $x; }
$o = new stdClass;
$o->l = [];
$a = ['i' => ['j' => $o]];
$a[t('i')][t('j')]->p = t('k');
echo "\n";
var_dump($a['i']['j']->p);
