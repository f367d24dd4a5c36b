<?php
// rule: 2.2
function f(
    $a,
    $b = MISSING
) {}
try { f(1); } catch (Error $e) { echo $e->getLine(), ' ', $e->getMessage(), ' ', $e->getTrace()[0]['function'], "\n"; }
