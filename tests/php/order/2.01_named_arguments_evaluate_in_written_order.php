<?php
// rule: 2.1
function f($a, $b, $c = 'c') { echo "$a $b $c\n"; }
function t($x) { echo "t$x "; return $x; }
f(b: t(1), a: t(2));
f(t(1), c: t(3), b: t(2));
