<?php
// rule: 5.3
// A list under construction is of the kind that types say, whatever code for failed guesses adds to it.
function walk($n) {
    $seen = '';
    foreach ([$n, -3, 82 + $n] as $key => $element) {
        $n = $n * 3 + $element - $key;
        $seen .= "$key=>" . var_export($element, true) . ' ';
    }
    return $seen . var_export($n, true) . ' ' . json_encode([$n, 1.5, $n + 1]);
}
for ($i = 0; $i < 3; $i++) {
    echo walk($i + 15), "\n";
}
foreach ([1.5, '7', null, true, PHP_INT_MAX, PHP_INT_MAX - 82] as $given) {
    echo walk($given), "\n";
}
function spread(int $n, array $more) {
    $list = [$n, $n + 1, ...$more];
    $sum = 0;
    foreach ($list as $key => $element) {
        $sum += is_int($element) ? $element * $key : strlen($element);
    }
    return [$sum, $list];
}
echo json_encode([spread(4, [1, 2]), spread(4, ['a', 3]), spread(4, []), spread(PHP_INT_MAX, [1])]), "\n";
