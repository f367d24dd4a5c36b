<?php
function f($a, $b) {
    if ($a && !$b || false) { $x = $a; } elseif ($b xor $a) { $y = 1; }
    while ($a and $b) { break; }
    for ($i = 0, $j = 9; $i < 3, $i < $j; $i++, --$j) { if (0) { $z = 1; } }
    return $a && $b ? $x : ($y ?: -1.5);
}
