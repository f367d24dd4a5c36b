<?php
function f($a, $o) {
    $a[i()][j()]->p = k();
    $a['x'] = $a;
    [k() => $a[i()]] = rhs();
    $o->list[] += 1;
    C::$p[$a]++;
    return isset($a[i()]->p) ?: $GLOBALS['g'];
}
