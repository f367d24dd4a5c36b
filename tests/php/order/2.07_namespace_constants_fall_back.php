<?php
// rule: 2.7
namespace N;
const E_ALL = 'mine';
echo E_ALL, \E_ALL, PHP_INT_SIZE, "\n";
try { echo UNKNOWN; } catch (\Error $e) { echo $e->getMessage(), "\n"; }
