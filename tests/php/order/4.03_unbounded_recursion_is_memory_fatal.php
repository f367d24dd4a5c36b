<?php
// rule: 4.3
ini_set('memory_limit', '32M');
function f($n) { return f($n + 1) + 1; }
try { f(0); } catch (Throwable $t) { echo "never\n"; }
