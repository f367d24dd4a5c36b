<?php
// rule: 3.5
class P { function __construct(public $x, public $y) {} }
function len($i) { $p = new P($i, $i); return $p->x + $p->y; }
$s = 0;
for ($i = 0; $i < 3; $i++) $s += len($i);
echo $s, ' ', spl_object_id(new P(1, 2)), "\n";
