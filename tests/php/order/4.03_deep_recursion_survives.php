<?php
// rule: 4.3
function depth($n) { return $n ? 1 + depth($n - 1) : 0; }
ini_set('memory_limit', '512M');
echo depth(50000), "\n";
