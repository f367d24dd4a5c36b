<?php
// phpfuzz-lite seed 56
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
	foreach ($a0 as &$ref) { $ref = w($ref * 3 + 1); } unset($ref);
	$a1 = $a0; if (isset($a1[1])) $a1[1] = w($i1);
	array_shift($a0);
	$L2 = 5;
	while ($L2-- > 0) {
		if (++$steps > 4000) break;
		$m1['qq'] = $i1;
	}
	$L3 = 3;
	while ($L3-- > 0) {
		if (++$steps > 4000) break;
		$s1 .= cut(strtr($s0, 'abc', 'xyz')); $s1 = cut($s1);
	}
	return w(intdiv(count($a0), 10));
}
$i0 = -27; $i1 = -1; $i2 = 66; $i3 = 12; $i4 = 118; $i5 = -18; $f0 = -1.125; $f1 = 0.5; $f2 = 2.75; $s0 = 'ab'; $s1 = '1e1'; $s2 = 'y1'; $s3 = 'zebra'; $s4 = 'zebra'; $a0 = [47, 1, -4, 28]; $a1 = [-5]; $a2 = []; $a3 = [37, 38, 10, 25, 19]; $m0 = ['x' => 5]; $m1 = ['0' => 11, '3.5' => 37]; $m2 = ['qq' => 23, 'Key' => 34];
// block 0
foreach (array_map(null, array_reverse($a1)) as $L4 => $e4) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e4 - $L4);
	for ($L5 = 0; $L5 < 1; $L5++) {
		if (++$steps > 4000) break;
		unset($m2['World']);
		$i0 = w($i0 + $L5);
	}
}
[$i1, $s0] = [w(intdiv($i3, 5)), cut((((($m1['caba'] ?? 'none') . ''))[1] ?? '_'))];
switch ((($a1[3] ?? -17) ?: 85) % 4) {
case 0:
	$i5 = w((strlen($s3) & intdiv(count($a2), 5)));
case 1:
	$i0 = w(((- $i2) + (abs($i5) % 5)));
case 2:
	$a1 = $a1; if (isset($a1[1])) $a1[1] = w($i2);
default:
	$s4 = cut((($m0['3.5'] ?? 'none') . ''));
	break;
}
for ($L7 = 0; $L7 < 1; $L7++) {
	if (++$steps > 4000) break;
	unset($m1['abc']);
	$i1 = w($i1 + $L7);
}
state('b0', $i3, $i1, $s4, $f0, $a1, $m0);
// block 1
$L8 = 1;
while ($L8-- > 0) {
	if (++$steps > 4000) break;
	switch (($i4 ^ $i2) % 4) {
	case 0:
		unset($m2['ab']);
		break;
	case 1:
		rsort($a3);
		break;
	case 2:
		$a3 = $a3; if (isset($a3[1])) $a3[1] = w(strlen($s3));
	default:
		$s3 = cut(ucwords(cut(substr((($m0['010'] ?? 'none') . ''), 1, 0) . str_replace('-', '12', substr($s3, 0, 9)))));
		break;
	}
	$i3 = w((w(count($a2) << 3) >> 0));
}
for ($L10 = 0; $L10 < 2; $L10++) {
	if (++$steps > 4000) break;
	$a0 = $a2; if (isset($a0[1])) $a0[1] = w(31);
	$i1 = w($i1 + $L10);
}
if (($s4 == $s1)) {
	$i0 ^= 43;
} elseif (($s4 == $s4)) {
	if (array_is_list($m0)) {
		foreach (array_map('intval', array_keys($m2)) as $L13 => $e13) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e13 - $L13);
			$i1 |= 16;
		}
	} else {
		$L14 = 3;
		while ($L14-- > 0) {
			if (++$steps > 4000) break;
			unset($m1['1e1']);
		}
	}
	$s4 .= cut("y1{$i2}-$s2"); $s4 = cut($s4);
}
$s3 = cut($s1);
$a0[] = 52; $a0 = lim($a0);
state('b1', $i2, $i1, $s2, $f1, $a3, $m0);
// block 2
foreach ($a0 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
$L16 = 0;
do {
	$L17 = 2;
	while ($L17-- > 0) {
		if (++$steps > 4000) break;
		$L18 = 2;
		while ($L18-- > 0) {
			if (++$steps > 4000) break;
			$i4++;
		}
		$m0['0'] = 'abc';
		foreach ($a3 as &$ref) { $ref = w($ref * 3 + 1); } unset($ref);
	}
	$s2 = cut(cut((string) (7.0 - 0.5) . '78'));
} while (++$L16 < 1 && ++$steps < 4000);
$s1 = cut($s0);
$i0++;
if (($i4 < 4)) {
	if (($i2 < 95)) {
		$L22 = 0;
		do {
			$i3 += 31;
		} while (++$L22 < 1 && ++$steps < 4000);
		$i0 += 31;
		for ($L23 = 0; $L23 < 3; $L23++) {
			if (++$steps > 4000) break;
			[$i5, $s2] = [w(intdiv(3, 3)), cut(str_pad($s2, 8, 'c', STR_PAD_LEFT))];
			unset($m0['qq']);
			if (($i1 !== 56)) continue;
			$i1 = w($i1 + $L23);
		}
	} else {
		for ($L24 = 0; $L24 < 2; $L24++) {
			if (++$steps > 4000) break;
			array_shift($a0);
			$s1 .= cut('cab'); $s1 = cut($s1);
			$i1 = w($i1 + $L24);
		}
		$a1 = lim($a2);
	}
	for ($L25 = 0; $L25 < 4; $L25++) {
		if (++$steps > 4000) break;
		$s3 = cut('Key');
		$i1 = w($i1 + $L25);
	}
	if (false) {
		for ($L27 = 0; $L27 < 1; $L27++) {
			if (++$steps > 4000) break;
			unset($m0['0']);
			$m2['qq'] = 87;
			$i3 = w((substr_count(ucwords('bacab'), 'a') ^ $i3));
			$i1 = w($i1 + $L27);
		}
		$i5 = w((int) array_search($i0, array_map(fn($x) => w($x * 19 + ((int) $s3 % 997)), array_map('strlen', explode('z', $s1)))));
		$L28 = 0;
		do {
			$s2 = cut('56');
			$i4 = w((round($f0, 0) <=> ceil(round($f1, 3))));
		} while (++$L28 < 1 && ++$steps < 4000);
	} elseif (($s2 === '12')) {
		foreach ($a0 as $L29 => $e29) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e29 - $L29);
			$a3 = $a1; if (isset($a3[1])) $a3[1] = w(65535);
		}
		$a3 = lim([(w(array_sum($a3)) - (int) ($m2['abc'] ?? -15))]);
	} else {
		unset($m2['a-b']);
	}
}
state('b2', $i5, $i0, $s4, $f2, $a2, $m1);
// block 3
$s1 .= cut($s0); $s1 = cut($s1);
$s4 .= cut('World'); $s4 = cut($s4);
state('b3', $i1, $i0, $s0, $f1, $a1, $m0);
// block 4
for ($L30 = 0; $L30 < 4; $L30++) {
	if (++$steps > 4000) break;
	$m2['10'] = (($i3 < 6) ? $f0 : $f0);
	$i3 = w($i0);
	rsort($a3);
	$i1 = w($i1 + $L30);
}
$L31 = 2;
while ($L31-- > 0) {
	if (++$steps > 4000) break;
	foreach ($m2 as $L32 => $val) {
		$s0 = cut($s0 . $L32 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L32)));
	}
	for ($L33 = 0; $L33 < 5; $L33++) {
		if (++$steps > 4000) break;
		$a3 = lim($a2);
		[$i5, $s0] = [w(7), cut(str_replace('1', 'Key', substr($s0, 0, 9)))];
		$i0 = w($i0 + $L33);
	}
}
usort($a2, fn($p, $q) => $q % 10 <=> $p % 10);
$s2 .= cut("x{$i2}-$s3"); $s2 = cut($s2);
rsort($a0);
state('b4', $i4, $i4, $s2, $f0, $a3, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
