<?php
// rule: 6.02
// Locals of top-level code are plain values until something is loaded; then they are globals.
class Noisy { public function __construct(public string $name) {} public function __destruct() { echo "gone {$this->name}\n"; } }
function thrower(int $i) { if ($i === 3) throw new RuntimeException("at $i"); return $i; }
function seesGlobal() { global $shared; return ++$shared; }
$sum = 0;
$shared = 10;
for ($i = 0; $i < 1000; $i++) { $sum += $i % 7; }
$list = [1, 2, 3];
$alias = &$list[1];
$obj = new Noisy('first');
try {
    for ($k = 0; $k < 5; $k++) { $last = thrower($k); }
} catch (RuntimeException $e) {
    echo $e->getMessage(), " last $last k $k\n";
}
seesGlobal();
eval('$sum += 1; $alias = 20; $fresh = "made"; echo "eval sees $sum $i $last $k $shared\n"; $obj = null; $shared++;');
echo $sum, ' ', implode(',', $list), " $fresh ", seesGlobal(), "\n";
for ($j = 0; $j < 3; $j++) {
    $total = ($total ?? 0) + $j;
    eval('$total *= 2;');
}
echo "$total\n";
$a = 1; $b = 'two';
if ($sum > 5) {
    $c = compact('a', 'b');
    extract(['a' => 5, 'zz' => 'new']);
}
echo json_encode($c), $a, $zz, "\n";
$name = 'b';
$$name = 'changed';
echo $b, "\n";
function later() { return array_keys(array_filter($GLOBALS, 'is_string')); }
