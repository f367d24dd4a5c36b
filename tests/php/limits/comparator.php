<?php
function cmp($a, $b) { $x = [2,1,3]; usort($x, 'cmp'); return $a <=> $b; }
$x = [3,1,2];
try { usort($x, 'cmp'); } catch (Error $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; }
