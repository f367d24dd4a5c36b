<?php
// phpfuzz-lite seed 80
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
	$s1 .= cut((string) 100.0); $s1 = cut($s1);
	$L1 = 0;
	do {
		unset($m1['foo_bar']);
	} while (++$L1 < 3 && ++$steps < 4000);
	for ($L2 = 0; $L2 < 1; $L2++) {
		if (++$steps > 4000) break;
		$i0 |= 39;
		$i1 = w(7);
		$a1 = lim([$i1]);
		if (str_starts_with('77', 'c')) break;
		$i1 = w($i1 + $L2);
	}
	$s0 .= cut("caba{$i1}-$s1"); $s0 = cut($s0);
	foreach ($a1 as $L3 => $e3) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e3 - $L3);
		$i0 = w(($i1 + ($a1[1] ?? 24)));
		$i1 ^= 36;
	}
	return w($i1);
}
$i0 = 110; $i1 = 50; $i2 = 32; $i3 = 115; $i4 = 78; $i5 = 56; $f0 = -1.125; $f1 = -1.125; $f2 = 0.5; $s0 = 'World'; $s1 = 'foo_bar'; $s2 = '010'; $s3 = '010'; $s4 = '10'; $a0 = [-5]; $a1 = []; $a2 = [38, 2, 24, 18, 25]; $a3 = [18, 8, 36, 4, 13]; $m0 = ['010' => 12, 'y1' => 22, '010' => 5]; $m1 = ['010' => 26, 'zebra' => 33, 'ab' => 15]; $m2 = ['bacab' => 0];
// block 0
for ($L4 = 0; $L4 < 2; $L4++) {
	if (++$steps > 4000) break;
	foreach ($a3 as &$ref) { $ref = w($ref * 4 + 1); } unset($ref);
	if (empty($a3)) continue;
	$i1 = w($i1 + $L4);
}
$s1 .= cut($s0); $s1 = cut($s1);
for ($L6 = 0; $L6 < 3; $L6++) {
	if (++$steps > 4000) break;
	[$i0, $s4] = [w(0), cut('23')];
	$f2 = fmod($f1, 1e7);
	$i0 = w($i0 + $L6);
}
$m0['qq'] ??= 0.1;
for ($L7 = 0; $L7 < 5; $L7++) {
	if (++$steps > 4000) break;
	$a1 = lim(lim(array_merge(array_fill(0, 0, 11), $a0)));
	$s1 = cut(cut(substr($s3, 4) . (($m2['0'] ?? 'none') . '')));
	$i1 = w($i1 + $L7);
}
state('b0', $i1, $i1, $s2, $f2, $a2, $m0);
// block 1
foreach ([5, (- 1_000), $i5] as $L8 => $e8) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e8 - $L8);
	$a1 = $a2; if (isset($a1[1])) $a1[1] = w($i3);
}
switch (($i2 % 16) % 4) {
case 0:
	$m2['10'] ??= $i3;
case 1:
	$s1 .= cut('hello'); $s1 = cut($s1);
	break;
case 2:
	$s0 .= cut('1e1'); $s0 = cut($s0);
	break;
default:
	$f2 = fmod(((sqrt(abs(1e-3)) - ((float) (int) ($m1['0'] ?? 52) - 0.1)) * 1e-3), 1e7);
	break;
}
state('b1', $i0, $i4, $s4, $f2, $a0, $m0);
// block 2
foreach ($a3 as &$ref) { $ref = w($ref * 5 + 1); } unset($ref);
for ($L11 = 0; $L11 < 3; $L11++) {
	if (++$steps > 4000) break;
	foreach (array_reverse($a1) as $L12 => $e12) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e12 - $L12);
		foreach ($a3 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
	}
	$i0 = w($i0 + $L11);
}
if (false) {
	unset($m1['Key']);
}
if (true) {
	$i1 = w(($i2 - fn_0((~$i5), (int) isset($m1['bacab']))));
	$L16 = 0;
	do {
		[$i5, $s2] = [w(2147483647), cut($s4)];
		switch (65535 % 4) {
		case 0:
			$m1['hello'] = ($i5 + $i0);
			break;
		case 1:
			$i0 = w(min(($i0 + $i5), 83, $i1));
		case 2:
			$i4++;
			break;
		default:
			array_splice($a1, 1, 1);
		}
	} while (++$L16 < 1 && ++$steps < 4000);
} else {
	for ($L18 = 0; $L18 < 1; $L18++) {
		if (++$steps > 4000) break;
		$i1 = w((count($a2) ?: (w($i3 << 3) <=> levenshtein($s2, 'abcab'))));
		for ($L19 = 0; $L19 < 4; $L19++) {
			if (++$steps > 4000) break;
			$a2[] = (int) ($s3 === ($s1 === 'Key')); $a2 = lim($a2);
			$i0 = w($i0 + $L19);
		}
		if (($s3 < $s0)) break;
		$i1 = w($i1 + $L18);
	}
	$m1['World'] ??= '73';
}
state('b2', $i0, $i4, $s3, $f0, $a3, $m1);
// block 3
$s4 = cut((string) $i1);
$a0 = $a3; if (isset($a0[1])) $a0[1] = w(017);
[$i5, $s4] = [w(match (5 % 4) { 0 => $i1, 1, 2 => $i2, default => 61 }), cut('5')];
$i5 = w($i1);
state('b3', $i5, $i2, $s0, $f0, $a2, $m0);
// block 4
if (empty($a0)) {
	$i2 -= 10;
	$s0 = cut(substr((string) max($i0, (int) ($m2['hello'] ?? -15)), 4));
	$i5 = w((int) fmod($f2, 10000));
}
$i4++;
sort($a2);
$i0--;
foreach ([($i4 % 3), 31, ($i2 + $i5 * 7 % 100 - ($a1[3] ?? 4)) % 10007] as $L21 => $e21) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e21 - $L21);
	$a0 = $a3; if (isset($a0[1])) $a0[1] = w(2);
	$a2 = $a1; if (isset($a2[1])) $a2[1] = w($i5);
}
state('b4', $i3, $i2, $s0, $f2, $a0, $m1);
// block 5
foreach ($m2 as $L22 => $val) {
	$s0 = cut($s0 . $L22 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L22)));
}
foreach (lim(array_merge($a0, $a2)) as $L23 => $e23) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e23 - $L23);
	if (true) {
		unset($m1['abc']);
	}
	$i4 = w(abs($i3));
}
state('b5', $i5, $i1, $s4, $f2, $a0, $m0);
// block 6
$i0 |= 10;
$i3 = w(levenshtein('77', 'abcab'));
$s4 = cut('0');
for ($L25 = 0; $L25 < 5; $L25++) {
	if (++$steps > 4000) break;
	switch ((~7) % 4) {
	case 0:
		$m1['zebra'] = round($f1, 3);
		break;
	case 1:
		sort($a1);
	case 2:
		$i0 = w(strcmp($s3, cut((($m2['ab'] ?? 'none') . '') . sprintf('%.2f|%8.3f|%e', fmod((float) 5, 10000), round(fmod($f1, 500)), fmod($f0, 10000)))));
		break;
	default:
		$a2 = $a3; if (isset($a2[1])) $a2[1] = w(2);
		break;
	}
	$a3 = $a0; if (isset($a3[1])) $a3[1] = w($i1);
	if (is_numeric($s2)) continue;
	$i0 = w($i0 + $L25);
}
foreach ($a0 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
state('b6', $i1, $i4, $s0, $f0, $a1, $m1);
// block 7
foreach ($m2 as $L28 => $val) {
	$s0 = cut($s0 . $L28 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L28)));
}
array_shift($a2);
$s1 = cut(ucwords(ucfirst(strtolower((($m2['Zed'] ?? 'none') . '')))));
array_splice($a2, 1, 1);
state('b7', $i2, $i1, $s1, $f1, $a0, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
