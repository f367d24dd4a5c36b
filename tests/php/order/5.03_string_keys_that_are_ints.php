<?php
// rule: 5.3
// A string key may be an int's: then the array is a list.
function first(): array {
    $map = [];
    $map['0'] ??= 39;
    $seen = [];
    foreach ($map as $key => $value) {
        $seen[] = [$key, $value];
    }
    return $seen;
}
function named(string $name, mixed $value): array {
    $map = [];
    $map[$name] = $value;
    $map['1'] = $value;
    $seen = [array_is_list($map)];
    foreach ($map as $key => $value) {
        $seen[] = [$key, $value];
    }
    return $seen;
}
echo json_encode([first(), named('0', 1), named('x', 1), named('0', 'text'), named('', 1.5), named('0', null)]), "\n";
$all = [];
$all['0'] ??= $undefined ?? null;
foreach ($all as $key => $value) {
    echo $key, gettype($value), "\n";
}
