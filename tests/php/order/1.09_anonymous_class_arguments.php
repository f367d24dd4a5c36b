<?php
// rule: 1.9
function t($x) { echo "$x "; return $x; }
$o = new class(t(1), t(2)) { function __construct(public $a, public $b) {} };
echo $o->a + $o->b, "\n";
