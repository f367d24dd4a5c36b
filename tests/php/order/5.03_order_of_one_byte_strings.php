<?php
// rule: 5.3
function kind(string $c): string { if ($c >= 'a' && $c <= 'z') return 'lower'; if ($c >= 'A' && $c <= 'Z') return 'upper'; if ($c >= '0' && $c <= '9') return 'digit'; if ($c < '0') return 'below'; if ('z' < $c) return 'above'; return 'else'; }
function two(string $a, string $b) { return json_encode([$a < $b, $a <= $b, $a > $b, $a >= $b]); }
foreach (['a', 'z', 'm', 'A', 'Z', '0', '9', '5', ' ', '~', '', '_', 'ab', '10', '9a', ' 5', '5 ', "\0", "\xff", '-', '1e1', 'zz'] as $c) { $d = str_replace('#', '', "#$c"); echo json_encode($c, JSON_PARTIAL_OUTPUT_ON_ERROR), kind($c), kind($d); foreach (['a', '5', '', '10', "\xfe", '05', '.'] as $o) echo two($d, $o), two($o, $d); echo "\n"; }
