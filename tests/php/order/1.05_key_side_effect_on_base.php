<?php
// rule: 1.5
$a = [[10], [20]];
$a[array_pop($a)[0] === 20 ? 0 : 1][] = 'new';
var_dump($a);
