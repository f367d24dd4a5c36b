<?php
// rule: 2.2
function f(int ...$xs) { return array_sum($xs); }
echo f(1, "2", 3.0), "\n";
try { f(1, 'x'); } catch (TypeError $e) { echo preg_replace('/, called.*/', '', $e->getMessage()), "\n"; }
