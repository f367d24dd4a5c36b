<?php
// rule: 5.4
if (!defined('LATE')) define('LATE', strtolower('VALUE'));
class K { const V = LATE . '!'; const W = self::V . PHP_OS_FAMILY; }
echo K::V, ' ', K::W, "\n";
