<?php
function f($i) {
    $a = $i + $i++;
    $b = $i > g($i);
    $a[$i] = $i++;
    h($i, $i++, $i);
    return max($i, $i++);
}
