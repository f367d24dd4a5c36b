<?php
// phpfuzz-lite seed 82
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
function fn_0($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	$L1 = 5;
	while ($L1-- > 0) {
		if (++$steps > 4000) break;
		$a1 = lim(array_merge(...array_chunk([$i1, max(97, count($a1)), max($i1, $i1)], 2)));
	}
	for ($L2 = 0; $L2 < 1; $L2++) {
		if (++$steps > 4000) break;
		$m0['zebra'] ??= isset($m0['cab']);
		$i0 = w($i0);
		$a0 = lim(array_fill(0, 1, $i0));
		$i0 = w($i0 + $L2);
	}
	if (($s0 < $s0)) {
		$i0++;
	} elseif (($s0 === 'hello')) {
		rsort($a1);
		$i1 = w($i0);
	} else {
		$m0['010'] ??= null;
	}
	return w($i0);
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	foreach (array_slice(array_map(fn($x) => w($x * 8 + $i1), $a1), 2, 3) as $L4 => $e4) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e4 - $L4);
		$i1 = w($i1);
	}
	[$i0, $s1] = [w(strlen($s1)), cut('qq')];
	$i0 ^= 25;
	return w($i1);
}
$i0 = 61; $i1 = 77; $i2 = 29; $i3 = 98; $i4 = -44; $i5 = -3; $f0 = -1.125; $f1 = 33.0; $f2 = 0.5; $s0 = 'hello'; $s1 = 'a-b'; $s2 = 'hello'; $s3 = 'bacab'; $s4 = 'hello'; $a0 = [26, 44, 34, 3, 7]; $a1 = [-6, 31, 1, -4]; $a2 = [-3, -2, -8, 12, -7]; $a3 = [49, 32, 26, 30, 4]; $m0 = ['cab' => 38, 'foo_bar' => 0]; $m1 = []; $m2 = [];
// block 0
for ($L5 = 0; $L5 < 1; $L5++) {
	if (++$steps > 4000) break;
	foreach ([77, (31 ^ (int) ($m0['1e1'] ?? 75)), 51] as $L6 => $e6) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e6 - $L6);
		$s4 .= cut('ab'); $s4 = cut($s4);
	}
	$a2[] = ((3 - (int) ($m1['bacab'] ?? -20)) + $i2); $a2 = lim($a2);
	$L7 = 1;
	while ($L7-- > 0) {
		if (++$steps > 4000) break;
		$a2[] = $i1; $a2 = lim($a2);
		$s0 = cut("Key{$i4}-$s2");
	}
	$i1 = w($i1 + $L5);
}
[$i1, $s4] = [w((8 + strlen($s1))), cut('46')];
if ((null == $f0)) {
	$a2 = lim([]);
} elseif (($i5 < 56)) {
	foreach ([] as $L9 => $e9) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e9 - $L9);
		$i5 = w(w(($i0 + (int) fmod(0.1, 10000)) * $i2));
		$a0 = $a2; if (isset($a0[1])) $a0[1] = w(max(($i3 ^ 2147483647), ($s1 <=> $s0)));
	}
} else {
	$m1['y1'] = ($f2 + $f1);
	for ($L10 = 0; $L10 < 4; $L10++) {
		if (++$steps > 4000) break;
		$i0 = w($i2);
		$i1 = w($i1 + $L10);
	}
}
state('b0', $i2, $i3, $s3, $f0, $a3, $m2);
// block 1
foreach ($a0 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
foreach (lim([...$a1, ($i2 + $i3 * $i3 % 100 - $i0) % 10007, ...[$i5, $i2, 22]]) as $L12 => $e12) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e12 - $L12);
	$s2 = cut(str_replace('c', 'foo_bar', substr($s2, 0, 9)));
}
state('b1', $i0, $i5, $s0, $f0, $a2, $m2);
// block 2
$f2 = fmod(round(1.25, 1), 1e7);
foreach ($m0 as $L13 => $val) {
	$s0 = cut($s0 . $L13 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L13)));
}
state('b2', $i2, $i3, $s3, $f1, $a3, $m0);
// block 3
$a3 = $a2; if (isset($a3[1])) $a3[1] = w(46);
$s1 = cut(((trim(strtr($s3, 'abc', 'xyz')))[0] ?? '_'));
state('b3', $i3, $i0, $s1, $f1, $a0, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
