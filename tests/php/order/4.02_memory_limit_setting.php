<?php
// rule: 4.2
var_dump(ini_set('memory_limit', '64M'), ini_get('memory_limit'));
var_dump(ini_set('memory_limit', '-1'));
$s = str_repeat('ab', 1 << 20);
echo strlen($s), "\n";
