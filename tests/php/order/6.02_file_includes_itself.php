<?php
// rule: 6.02
// Top-level code that runs a second time finds its variables, also where it has loops before anything is loaded.
if (isset($depth)) {
    for ($i = 0; $i < 3; $i++) { $sum += $i * $depth; }
    $depth++;
    return new class { public function name() { return 'anonymous'; } };
}
$sum = 0;
for ($depth = 0; $depth < 4; $depth++) { $sum += $depth; }
$first = include __FILE__;
echo "$depth $sum $i ", $first->name(), "\n";
$file = __FILE__;
eval('$second = include $file;');
echo "$depth $sum ", $second->name(), "\n";
