<?php
// rule: 1.10
class M { function __isset($n) { echo "isset $n\n"; return false; } function __get($n) { echo "get $n\n"; } }
$m = new M;
var_dump(isset($m->a->b->c), isset($m->a, $m->b), $m->a->b ?? 'none', empty($m->a['k']));
