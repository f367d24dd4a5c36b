<?php
// rule: 1.11
function f(
    $x
) {
    throw
        new Exception(
            'here'
        );
}
try { f(1); } catch (Exception $e) { echo $e->getLine(), ' ', $e->getTrace()[0]['line'], "\n"; }
