<?php
// rule: 5.3
// Operands for which the machine has no operation, in loops whose types are known.
function modulo(int $from, int $to, int $by): int
{
    $sum = 0;
    for ($i = $from; $i < $to; $i++) {
        $sum = $sum * 3 + $i % $by;
    }
    return $sum;
}
function shifts(int $value, int $from, int $to): array
{
    $all = [];
    for ($by = $from; $by < $to; $by++) {
        $all[] = $value << $by;
        $all[] = $value >> $by;
    }
    return $all;
}
function quotients(float $value, int $from, int $to): float
{
    $sum = 0.0;
    for ($i = $from; $i < $to; $i++) {
        $sum += $value / $i;
    }
    return $sum;
}
function halve(array $list, float $by): array
{
    foreach ($list as $key => $value) {
        $list[$key] /= $by;
    }
    return $list;
}
var_dump(modulo(-3, 3, -1), modulo(PHP_INT_MIN, PHP_INT_MIN + 2, -1), modulo(-5, 6, 4));
var_dump(shifts(-3, 61, 67), shifts(5, 0, 2));
var_dump(quotients(1.0, 1, 4), halve([1.0, 2.0], 4.0), halve([1, 2.5, 'a' => 3], 2.0));
foreach ([fn () => modulo(1, 2, 0), fn () => shifts(1, -1, 1), fn () => quotients(1.0, -1, 2), fn () => halve([1.0], 0.0)] as $call) {
    try {
        var_dump($call());
    } catch (ArithmeticError $error) {
        echo get_class($error), ': ', $error->getMessage(), ' ', $error->getLine(), "\n";
    }
}
