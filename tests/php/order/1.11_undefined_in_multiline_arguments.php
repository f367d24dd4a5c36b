<?php
// rule: 1.11
function f(...$a) {}
f(
    $one,
    2,
    $three
);
