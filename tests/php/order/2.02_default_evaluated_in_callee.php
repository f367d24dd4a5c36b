<?php
// rule: 2.2
function f($a, $b = PHP_VERSION_ID > 0 ? new Exception('d') : null)
{
    return $b->getLine();
}
echo f(1), "\n";
