<?php
// rule: 1.10
function t() { echo "argument\n"; return 1; }
$n = null;
var_dump($n?->m(t())->x[t()]);
var_dump(isset($n?->a->b), $n?->a ?? 'dflt', empty($n?->x));
