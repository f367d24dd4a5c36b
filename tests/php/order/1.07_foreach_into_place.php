<?php
// rule: 1.7
$o = new stdClass;
$a = [];
foreach (['p' => 1, 'q' => 2] as $a['key'] => $o->val) { echo $a['key'], $o->val, "\n"; }
