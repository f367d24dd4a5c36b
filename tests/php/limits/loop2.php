<?php
ini_set('max_execution_time', '1');
function f() { for (;;) { $a = 1; try { $a++; } finally { } } }
try { f(); } catch (Throwable $e) { echo "c"; }
