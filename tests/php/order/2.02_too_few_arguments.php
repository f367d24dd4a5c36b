<?php
// rule: 2.2
function f($a, $b, $c = 1) {}
try { f(1); } catch (ArgumentCountError $e) { echo preg_replace('/in .* on/', 'in F on', $e->getMessage()), ' ', $e->getLine(), "\n"; }
try { (function ($x) {})(); } catch (ArgumentCountError $e) { echo preg_replace(['/in .* on/', '/closure:.*?:(\d+)/'], ['in F on', 'closure:$1'], $e->getMessage()), "\n"; }
