<?php
// phpfuzz-lite seed 75
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
	$s1 = cut(ucwords(strtoupper((string) $f0)));
	$i0 ^= 42;
	return w(w(($i1 ?: count($a0)) << 0));
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	unset($m1['12']);
	$a1[] = $i1; $a1 = lim($a1);
	array_splice($a1, 1, 1);
	if ((strtr($s1, 'abc', 'xyz') == '28')) {
		$s1 = cut(gettype($f0));
		$f0 = fmod(1.25, 1e7);
	} elseif (str_contains('83', 'z')) {
		$m0['Key'] = $s1;
	} else {
		$a0 = $a0; if (isset($a0[1])) $a0[1] = w($i0);
		[$i1, $s0] = [w(match ($i1 % 4) { 0 => (int) ($m0['caba'] ?? 2), 1, 2 => $i1, default => 2147483647 }), cut($s0)];
	}
	return w(1);
}
$i0 = 11; $i1 = 117; $i2 = -32; $i3 = 145; $i4 = -19; $i5 = -19; $f0 = -1.125; $f1 = -1.125; $f2 = -1.125; $s0 = 'Key'; $s1 = 'caba'; $s2 = '10'; $s3 = '010'; $s4 = 'a-b'; $a0 = [22]; $a1 = [28, 47, 10, 14, 4]; $a2 = [-1, 45, 33, 50]; $a3 = [2]; $m0 = []; $m1 = []; $m2 = ['y1' => 9];
// block 0
$i0 = w(80);
$a3 = lim(array_values(array_filter($a0, fn($x) => $x % 3 != 3)));
if (($i4 < 86)) {
	$a3 = lim(array_reverse($a1));
} elseif (($i4 < 0)) {
	array_pop($a0);
}
$a2[] = $i1; $a2 = lim($a2);
state('b0', $i0, $i0, $s3, $f1, $a0, $m1);
// block 1
$a0[] = (7 - 17); $a0 = lim($a0);
[$i4, $s3] = [w(7), cut($s0)];
$a3[] = $i0; $a3 = lim($a3);
if (!($i1 > $i0)) {
	$i3 = w(((($i5 > $i4) ? ($i0 + 70) : $i2) ^ ((int) (string) $f0 % 997)));
	unset($m0['qq']);
	$i2 ^= 39;
} elseif ((true || ($i1 < 87))) {
	$L4 = 2;
	while ($L4-- > 0) {
		if (++$steps > 4000) break;
		$m2['y1'] ??= $s3;
	}
	$a1 = lim([$i2, $i4, (w($i2 * $i3) >> 1)]);
}
state('b1', $i4, $i1, $s1, $f0, $a3, $m1);
// block 2
$i5 = w(($i1 >> 2));
$s1 = cut(str_replace('z', 'ab', substr(cut(implode('1', array_reverse($a1))), 0, 9)));
state('b2', $i4, $i5, $s1, $f0, $a2, $m0);
// block 3
foreach (array_values(array_intersect($a3, array_map('intval', array_keys($m1)))) as $L5 => $e5) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e5 - $L5);
	$s1 .= cut($s0); $s1 = cut($s1);
	$a1 = lim(lim(array_merge(sorted(array_pad([-9], 3, $i1)), array_map(fn($x) => w($x * 99 + strlen($s2)), $a1))));
}
$i4 -= 40;
if (str_contains(sprintf('%.2f|%8.3f|%e', fmod($f1, 10000), fmod($f0, 10000), fmod($f2, 10000)), 'c')) {
	$s2 .= cut(number_format(fmod($f0, 10000), 2)); $s2 = cut($s2);
	$i5 = w(15);
}
state('b3', $i1, $i5, $s0, $f1, $a2, $m2);
// block 4
$i5++;
$a0 = lim(array_map('intval', array_keys($m1)));
if (empty($a3)) {
	$L8 = 1;
	while ($L8-- > 0) {
		if (++$steps > 4000) break;
		$a3[] = w(($i5 + $i1) << 4); $a3 = lim($a3);
	}
} elseif (($i0 <= 1)) {
	[$i4, $s1] = [w((66 | $i5)), cut((($m2['x'] ?? 'none') . ''))];
} else {
	$m1['3.5'] = null;
}
state('b4', $i1, $i1, $s2, $f2, $a1, $m0);
// block 5
[$i1, $s0] = [w(('Key' <=> $s4)), cut(var_export(6, true))];
$a1 = lim(array_map('strlen', explode('x', cut($s1 . cut($s0 . '88')))));
[$i3, $s2] = [w(w($i1 * $i0)), cut($s4)];
state('b5', $i5, $i1, $s0, $f1, $a1, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
