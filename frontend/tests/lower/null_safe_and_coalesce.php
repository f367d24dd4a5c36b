<?php
function f($o, $a) {
    $x = $o?->p[i()]->m(j())?->q;
    $y = isset($o?->p['k']);
    $a[k()]['x'] ??= v();
    return $o->p ?? $a[1] ?? d();
}
