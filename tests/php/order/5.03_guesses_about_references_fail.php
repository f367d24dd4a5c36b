<?php
// rule: 5.3
// Reads through references suppose what the program is seen to put there; each guess fails once.
function total(array &$list, int $from, int $to): float
{
    $sum = 0.0;
    for ($i = $from; $i < $to; $i++) {
        $sum += $list[$i] * $list[$i];
        $list[$i] += 1;
    }
    return $sum;
}
function shrink(array &$list): void
{
    unset($list[1]);
}
function bump(int &$count): int
{
    return ++$count;
}
function countDown(&$count)
{
    while ($count > 0) {
        $count--;
    }
    return $count;
}
$floats = [];
for ($i = 0; $i < 5; $i++) {
    $floats[] = $i / 2.0;
}
var_dump(total($floats, 0, 5));
$floats[2] = '4';
var_dump(total($floats, 0, 5));
shrink($floats);
var_dump(total($floats, 0, 6));
$call = 'total';
$ints = [1, 2, PHP_INT_MAX];
var_dump($call($ints, 0, 3), $ints);
$hash = ['a' => 1, 5 => 2.5];
var_dump(total($hash, 4, 7), $hash);
$n = 3;
var_dump(bump($n), bump($n));
$m = '3';
var_dump(countDown($n), countDown($m), $m);
$text = 'abc';
try {
    $call($text, 0, 1);
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}
$shared = [1.5, 2.5];
$copy = $shared;
$inner = &$shared[0];
var_dump(total($shared, 0, 2), $copy, $inner);
$max = PHP_INT_MAX;
try {
    var_dump(bump($max));
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}
