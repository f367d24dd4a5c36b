<?php
// phpfuzz-lite seed 4
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
	$L1 = 3;
	while ($L1-- > 0) {
		if (++$steps > 4000) break;
		$s0 = cut(substr('a-b', 2, 2));
		$i1 ^= 24;
		$f1 = fmod(($f0 - ($i1 / 8)), 1e7);
	}
	foreach ($m1 as $L2 => $val) {
		$s0 = cut($s0 . $L2 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L2)));
	}
	return w(($a1[4] ?? 40));
}
$i0 = 17; $i1 = 86; $i2 = -40; $i3 = -27; $i4 = 72; $i5 = -20; $f0 = 0.5; $f1 = 2.75; $f2 = 0.5; $s0 = '3.5'; $s1 = '3.5'; $s2 = '12'; $s3 = 'hello'; $s4 = '1e1'; $a0 = [16]; $a1 = [12, 8, 2, -8]; $a2 = [6, 14, 50]; $a3 = [2, 29]; $m0 = ['1e1' => 1]; $m1 = ['cab' => 28, 'hello' => 31]; $m2 = [];
// block 0
$L3 = 1;
while ($L3-- > 0) {
	if (++$steps > 4000) break;
	for ($L4 = 0; $L4 < 1; $L4++) {
		if (++$steps > 4000) break;
		$i5--;
		$i1 = w($i1 + $L4);
	}
}
foreach ($m0 as $L5 => $val) {
	$s0 = cut($s0 . $L5 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L5)));
}
$i0 -= 23;
if (($i2 > $i5)) {
	unset($m1['zebra']);
	$a0 = $a3; if (isset($a0[1])) $a0[1] = w((intdiv(0x7f, 64) + (39 - -2147483648)));
	unset($m0['y1']);
} else {
	$i0 = w((65 - $i0));
}
state('b0', $i3, $i0, $s0, $f1, $a1, $m1);
// block 1
foreach ($a3 as $L7 => $e7) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e7 - $L7);
	$i0 -= 26;
}
[$i0, $s0] = [w(max($i5, count($a1))), cut('Key')];
$s2 .= cut('9'); $s2 = cut($s2);
foreach ($a2 as $L8 => $e8) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e8 - $L8);
	$m2['10'] = floor((float) $i2);
}
foreach (array_map('strlen', explode('x', $s0)) as $L9 => $e9) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e9 - $L9);
	foreach ([1_000, (true ? (int) ($m0['3.5'] ?? 10) : $i2), min(20, $i2, $i3)] as $L10 => $e10) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e10 - $L10);
		$i3++;
	}
	[$i2, $s2] = [w(($i0 | $i0)), cut(cut('abc' . $s4))];
}
state('b1', $i1, $i2, $s1, $f1, $a3, $m1);
// block 2
$i3 = w(max((($i5 + 017) + $i1 * (($a3[2] ?? 7) >> 2) % 100 - (int) array_search(($a1[4] ?? 40), [68, $i1, strlen($s3)])) % 10007, (min(40, $i0, $i2) >> 0)));
$a3 = lim(array_reverse(array_map(null, array_reverse($a0))));
state('b2', $i2, $i3, $s4, $f2, $a2, $m2);
// block 3
if (ctype_free($s0)) {
	sort($a1);
	$a1 = lim(array_pad([w(($a1[0] ?? 43) * count($a3)), w($i1 << 4), w(array_sum($a0))], 0, $i1));
}
$f1 = fmod((in_array($i4, array_map('strlen', explode('b', $s2))) ? ((float) 87 + ($f0 / 4)) : -3.75), 1e7);
$a1[] = abs(($a2[1] ?? 52)); $a1 = lim($a1);
$i3 = w($i4);
state('b3', $i3, $i2, $s0, $f2, $a2, $m0);
// block 4
sort($a1);
$s0 .= cut(cut($s4 . 'cab')); $s0 = cut($s0);
state('b4', $i2, $i0, $s3, $f1, $a2, $m0);
// block 5
$m1['y1'] = "3.5{$i2}-$s4";
if (($i1 < 26)) {
	$i1 |= 31;
	foreach ($m2 as $L13 => $val) {
		$s0 = cut($s0 . $L13 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L13)));
	}
} else {
	$a3[] = $i0; $a3 = lim($a3);
	foreach ([($i1 - $i3), (int) array_search($i5, $a0), w((20 % 12) ** 0)] as $L14 => $e14) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e14 - $L14);
		[$i5, $s1] = [w(levenshtein('3', 'abcab')), cut($s1)];
	}
}
$s1 .= cut((($m0['3.5'] ?? 'none') . '')); $s1 = cut($s1);
[$i4, $s1] = [w($i4), cut($s2)];
$a1 = lim(lim(array_merge([($i5 + $i5 * -2147483648 % 100 - $i0) % 10007, strlen($s0), w($i0 << 0)], array_values(array_intersect(array_slice($a1, 4, 2), sorted([0, 65, 77]))))));
state('b5', $i2, $i0, $s4, $f2, $a0, $m2);
// block 6
$s3 = cut('55');
$i3 = w(15);
state('b6', $i2, $i1, $s1, $f1, $a0, $m2);
// block 7
for ($L15 = 0; $L15 < 4; $L15++) {
	if (++$steps > 4000) break;
	usort($a3, fn($p, $q) => $q % 10 <=> $p % 10);
	$i1 = w($i1 + $L15);
}
if (((($m2['Key'] ?? 'none') . '') == gettype('40'))) {
	$a3 = lim([$i1, $i5, strlen($s0)]);
} elseif (isset($m0['y1'])) {
	$a2 = lim(array_fill(0, 1, $i0));
} else {
	$a2 = $a1; if (isset($a2[1])) $a2[1] = w((false ? min($i4, ($a2[2] ?? 3), $i2) : 19));
}
foreach ([(65535 & $i3), $i5, ($i1 ?: 84)] as $L17 => $e17) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e17 - $L17);
	$m1['qq'] ??= $i0;
}
state('b7', $i5, $i0, $s0, $f0, $a0, $m1);
// block 8
for ($L18 = 0; $L18 < 1; $L18++) {
	if (++$steps > 4000) break;
	switch ($i2 % 4) {
	case 0:
		$i0 |= 6;
		break;
	case 1:
		$s3 = cut(substr($s0, 4, 4));
		break;
	case 2:
		[$i2, $s2] = [w($i2), cut(str_replace('b', 'cab', substr($s2, 0, 9)))];
		break;
	default:
		$m1['abc'] ??= $i5;
	}
	$m2['1e1'] = cut($s1 . $s3);
	$a1[] = 50; $a1 = lim($a1);
	if (empty($a1)) break;
	$i1 = w($i1 + $L18);
}
$a2[] = strlen($s0); $a2 = lim($a2);
[$i2, $s3] = [w($i4), cut(substr('66', 2, 0))];
if (($i4 > $i5)) {
	$m2['qq'] ??= null;
	$m2['3.5'] = strtoupper($s0);
	$i5 = w($i2);
} else {
	for ($L21 = 0; $L21 < 4; $L21++) {
		if (++$steps > 4000) break;
		if (($s2 === 'x')) {
			$a3[] = $i5; $a3 = lim($a3);
		} elseif (($s1 === 'x')) {
			$a3[] = (int) ($m2['Zed'] ?? 6); $a3 = lim($a3);
		}
		$i1 = w($i1 + $L21);
	}
	$s1 .= cut((string) 1.25); $s1 = cut($s1);
}
switch (7 % 4) {
case 0:
	[$i4, $s4] = [w(strlen($s1)), cut(substr($s2, 0))];
	break;
case 1:
	$a3 = lim(array_map('strlen', explode('x', substr(cut(str_repeat('10', 4)), 1))));
	break;
case 2:
	$i2 = w(intdiv($i3, 101));
	break;
default:
	$s4 .= cut('y1'); $s4 = cut($s4);
	break;
}
state('b8', $i4, $i1, $s3, $f0, $a1, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
