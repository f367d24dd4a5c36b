<?php
// rule: 5.1
class P { public $v = 1; function get() { return $this->v; } }
function total(array $ps) { $s = 0; foreach ($ps as $p) $s += $p->get(); return $s; }
eval('class Q extends P { function get() { return "10"; } }');
echo total([new P, new P]), ' ', total([new P, new Q]), "\n";
