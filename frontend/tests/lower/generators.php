<?php
function &f(array $a): iterable {
    $x = yield 1 => $a[0];
    yield g();
    return $x;
}
function g() { yield from f([]); }
