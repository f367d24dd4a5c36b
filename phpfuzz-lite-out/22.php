<?php
// phpfuzz-lite seed 22
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
	unset($m0['a-b']);
	array_shift($a0);
	foreach (sorted($a1) as $L1 => $e1) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e1 - $L1);
		$f0 = fmod($f0, 1e7);
		$m1['12'] ??= $s1;
	}
	return w((($i1 % 7) + strlen($s1)));
}
$i0 = -26; $i1 = 137; $i2 = -16; $i3 = 2; $i4 = -32; $i5 = -23; $f0 = 33.0; $f1 = 33.0; $f2 = -1.125; $s0 = 'zebra'; $s1 = '10'; $s2 = 'zebra'; $s3 = '10'; $s4 = 'Key'; $a0 = [-4, 11, 46, 23]; $a1 = [8]; $a2 = [26, 20, 12, -2, 42]; $a3 = [-2, 27, 21]; $m0 = ['hello' => 24]; $m1 = []; $m2 = [];
// block 0
$s4 .= cut($s2); $s4 = cut($s4);
for ($L2 = 0; $L2 < 5; $L2++) {
	if (++$steps > 4000) break;
	$f2 = fmod(((fmod($f2, 7.5) + floor(-3.75)) - ($f0 * -3.75)), 1e7);
	$i0 = w($i0 + $L2);
}
foreach (array_merge(...array_chunk(array_values(array_diff($a0, $a1)), 2)) as $L3 => $e3) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e3 - $L3);
	$i4++;
	$a2[] = $i3; $a2 = lim($a2);
}
$f2 = fmod(fmod((- (true ? 1.25 : 0.1)), 7.5), 1e7);
$s0 = cut((($m0['3.5'] ?? 'none') . ''));
state('b0', $i1, $i5, $s0, $f1, $a2, $m1);
// block 1
foreach (lim(array_merge($a1, array_values(array_filter([], fn($x) => $x % 3 != 0)))) as $L4 => $e4) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e4 - $L4);
	foreach ($a0 as &$ref) { $ref = w($ref * 5 + 1); } unset($ref);
}
foreach (lim([...[strlen($s3)], $i1, ...array_values(array_filter($a2, fn($x) => $x % 3 != 1))]) as $L6 => $e6) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e6 - $L6);
	array_shift($a3);
	foreach (lim(array_merge(array_values(array_unique([$i3])), array_merge(...array_chunk($a1, 2)))) as $L7 => $e7) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e7 - $L7);
		$s1 = cut(cut('55' . (string) fmod($f0, 7.5)));
	}
}
$f0 = fmod(100.0, 1e7);
$a0 = $a0; if (isset($a0[1])) $a0[1] = w(6);
state('b1', $i4, $i0, $s3, $f0, $a0, $m1);
// block 2
if (isset($m0['y1'])) {
	$s4 = cut(strtoupper($s2));
	for ($L9 = 0; $L9 < 5; $L9++) {
		if (++$steps > 4000) break;
		$i4 = w(count($a2));
		$i0 = w((w(strlen($s4) * (empty($a0) ? 76 : count($a0))) % -3));
		$i3 = w(1);
		$i0 = w($i0 + $L9);
	}
	$m2['0'] = null;
} elseif ((($i1 > $i2) && empty($a0))) {
	$a2 = lim($a3);
}
$i5 = w(1);
$i3 = w(max(((73 >> 3) ^ 7), 2147483647));
state('b2', $i0, $i2, $s1, $f1, $a2, $m1);
// block 3
array_shift($a3);
$s3 .= cut('foo_bar'); $s3 = cut($s3);
state('b3', $i3, $i2, $s4, $f2, $a2, $m1);
// block 4
switch (40 % 4) {
case 0:
	$m2['hello'] ??= 2e3;
	break;
case 1:
	$i4 = w(min(intdiv(($i3 & $i4), 7), min($i4, (int) ($m0['qq'] ?? 15), ((int) ($m0['hello'] ?? 33) ^ $i0)), (((int) '75' % 997) + ((int) ($m2['caba'] ?? 0) & $i3))));
	break;
case 2:
	$i1--;
	break;
default:
	$a3 = $a1; if (isset($a3[1])) $a3[1] = w(substr_count(gettype(false), 'a'));
	break;
}
$i3 = w(($a0[4] ?? 34));
$L11 = 0;
do {
	$i3--;
	if ((null == $i2)) {
		$f2 = fmod(($f1 - fmod((7.0 + (float) 6), 7.5)), 1e7);
		foreach (array_slice([], 1, 0) as $L13 => $e13) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e13 - $L13);
			$m0['zebra'] ??= $i3;
		}
		foreach ([] as $L14 => $e14) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e14 - $L14);
			$s3 = cut('12');
		}
	} else {
		for ($L15 = 0; $L15 < 2; $L15++) {
			if (++$steps > 4000) break;
			$s2 = cut((($m0['10'] ?? 'none') . ''));
			sort($a1);
			$i1 = w($i1 + $L15);
		}
		if ((addslashes($s3) < cut($s0 . '1e1'))) {
			$i4 = w($i5);
		} elseif (($i3 < -7)) {
			$a1 = $a1; if (isset($a1[1])) $a1[1] = w((55 & (-7 % 101)));
		}
	}
} while (++$L11 < 2 && ++$steps < 4000);
$s1 .= cut(cut(implode('-', $a1))); $s1 = cut($s1);
state('b4', $i2, $i3, $s2, $f2, $a2, $m2);
// block 5
$m1['y1'] ??= (int) ($m2['cab'] ?? 78);
$L17 = 0;
do {
	for ($L18 = 0; $L18 < 1; $L18++) {
		if (++$steps > 4000) break;
		$s1 = cut($s2);
		$i1 = w($i1 + $L18);
	}
	$L19 = 3;
	while ($L19-- > 0) {
		if (++$steps > 4000) break;
		if (str_starts_with(dechex(abs($i2)), 'x')) {
			sort($a2);
			$a0 = lim($a3);
			unset($m2['hello']);
		} elseif (($i1 > $i4)) {
			usort($a2, fn($p, $q) => $q % 10 <=> $p % 10);
			[$i3, $s3] = [w(($i1 % 9)), cut(trim('3.5'))];
		}
		foreach ($m2 as $L21 => $val) {
			$s0 = cut($s0 . $L21 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L21)));
		}
	}
} while (++$L17 < 5 && ++$steps < 4000);
state('b5', $i0, $i1, $s4, $f2, $a3, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
