<?php
// rule: 2.2
declare(strict_types=1);
function f(int $i) { var_dump($i); }
array_map('f', ['7']);
$list = [3, 1, 2];
usort($list, fn(string $a, string $b) => strcmp($a, $b));
echo implode(',', $list), "\n";
