<?php
namespace N;
function f($a) {
    $x = strlen($a) + \strlen($a) + trim($a);
    $y = \call_user_func($a, $x) . \call_user_func_array($a, [1]);
    \assert($a);
    return \sprintf('%s is %d%%', $a, $x) . "a $x b {$y[1]}" . "$x$y" . "$x";
}
