<?php
// rule: 2.2
function f(int $i, float $f, string $s, bool $b) { var_dump($i, $f, $s, $b); }
f("12", "1.5", 3, "a");
f(3.0, 2, 1.5, 0);
try { f(1.5, 1, '', true); } catch (TypeError $e) { echo 'no'; }
f(true, false, true, '');
