<?php
// phpfuzz-lite seed 23
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
	$i1 = w((6 + $i1));
	$a0 = $a0; if (isset($a0[1])) $a0[1] = w(((isset($m1['a-b']) && isset($m1['0'])) ? (33 & (int) ($m1['ab'] ?? 89)) : (1 ^ $i1)));
	rsort($a1);
	$a1[] = ((1 % 7) % 101); $a1 = lim($a1);
	return w(w((- 94) * (strpos('1e1', 'c') === false ? 41 : 7)));
}
$i0 = 137; $i1 = -17; $i2 = 0; $i3 = 34; $i4 = 1; $i5 = 49; $f0 = 2.75; $f1 = 0.5; $f2 = 0.5; $s0 = 'bacab'; $s1 = 'qq'; $s2 = '0'; $s3 = '010'; $s4 = 'a-b'; $a0 = [25]; $a1 = []; $a2 = [31, 20, 28, 29, 10]; $a3 = [1]; $m0 = ['Key' => 25, 'cab' => 14, '10' => 29]; $m1 = ['World' => 29, 'caba' => 26]; $m2 = ['abc' => 1, 'abc' => 28];
// block 0
$i2 = w(((($s1 === '1e1') ? intdiv($i1, 3) : (6 ?: 0x7f)) + (max($i0, $i5) ^ ($i1 % 101))));
for ($L1 = 0; $L1 < 5; $L1++) {
	if (++$steps > 4000) break;
	$a1 = $a2; if (isset($a1[1])) $a1[1] = w(array_reduce(lim(array_merge($a2, $a0)), fn($c, $x) => w($c * 2 + $x), 14));
	$i1 = w($i1 + $L1);
}
[$i1, $s1] = [w(36), cut(substr($s0, 3, 4))];
state('b0', $i3, $i0, $s1, $f0, $a2, $m0);
// block 1
foreach ($m1 as $L2 => $val) {
	$s0 = cut($s0 . $L2 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L2)));
}
[$i0, $s4] = [w((int) round(fmod((float) ($a0[3] ?? 2), 500))), cut($s1)];
$a3 = lim(lim(array_merge([intdiv($i3, 16), $i4, $i3], $a1)));
for ($L3 = 0; $L3 < 3; $L3++) {
	if (++$steps > 4000) break;
	$a3 = $a2; if (isset($a3[1])) $a3[1] = w((('26' == $s2) ? (0.1 <=> $f0) : (017 & strlen($s4))));
	$L4 = 1;
	while ($L4-- > 0) {
		if (++$steps > 4000) break;
		switch (array_reduce($a0, fn($c, $x) => w($c * 2 + $x), 0) % 4) {
		case 0:
			$m1['ab'] ??= 999983;
		case 1:
			[$i3, $s2] = [w($i4), cut(substr($s2, -1))];
			break;
		case 2:
			$s3 = cut(substr($s1, 0));
			break;
		default:
			$i5 = w(75);
			break;
		}
		for ($L6 = 0; $L6 < 1; $L6++) {
			if (++$steps > 4000) break;
			$s0 .= cut(substr($s4, -2)); $s0 = cut($s0);
			$i2 = w(((strcmp($s2, '49') + levenshtein('caba', 'abcab')) ^ max($i0, w($i3 << 3))));
			$i1 = w($i1 + $L6);
		}
	}
	[$i4, $s3] = [w((2 + $i0)), cut((($i4 < 92) ? 'cab' : $s2))];
	$i0 = w($i0 + $L3);
}
state('b1', $i0, $i4, $s1, $f0, $a0, $m2);
// block 2
$s2 = cut('foo_bar');
$i0 -= 7;
state('b2', $i2, $i0, $s2, $f1, $a2, $m2);
// block 3
$L7 = 0;
do {
	$i0 += 42;
} while (++$L7 < 4 && ++$steps < 4000);
$m0['hello'] = $i1;
if (str_starts_with(trim($s4), '-')) {
	$a2 = lim(array_values(array_intersect($a0, sorted([strlen($s4), ($a0[1] ?? 4), $i5]))));
	$m1['qq'] = "foo_bar{$i5}-$s3";
	$i4 = w($i5);
} elseif (($s2 === '010')) {
	if (($i0 > $i2)) {
		$i1 = w(count($a2));
		$a3 = $a1; if (isset($a3[1])) $a3[1] = w(97);
		$s0 = cut(strtoupper($s0));
	} elseif (true) {
		for ($L10 = 0; $L10 < 4; $L10++) {
			if (++$steps > 4000) break;
			$i3 = w((w(abs(count($a1)) << 4) + $i0));
			if ((017 == $i2)) continue;
			$i0 = w($i0 + $L10);
		}
	}
} else {
	$i0 |= 40;
}
$i0++;
$f2 = fmod(sqrt(abs(100.0)), 1e7);
state('b3', $i4, $i2, $s4, $f2, $a1, $m0);
// block 4
$m0['a-b'] = null;
unset($m1['a-b']);
$a3 = lim(array_fill(0, 2, 85));
$m0['3.5'] = null;
$i4 = w(5);
state('b4', $i5, $i3, $s4, $f2, $a2, $m0);
// block 5
foreach ([w(crc32('1e1')), w($i4 * ($a3[0] ?? 65)), $i4] as $L11 => $e11) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e11 - $L11);
	switch (((($m2['a-b'] ?? 'none') . '') <=> $s4) % 4) {
	case 0:
		$a0 = $a1; if (isset($a0[1])) $a0[1] = w($i4);
		break;
	case 1:
		$a1[] = (substr_count($s2, 'a') % 101); $a1 = lim($a1);
	case 2:
		$s1 .= cut((('62')[2] ?? '_')); $s1 = cut($s1);
	default:
		$i2 = w((int) ($s0 === '0'));
		break;
	}
}
$a2 = lim(lim(array_merge(array_reverse($a3), $a0)));
unset($m1['010']);
$s3 .= cut('44'); $s3 = cut($s3);
for ($L13 = 0; $L13 < 4; $L13++) {
	if (++$steps > 4000) break;
	$s1 = cut(cut(substr("abc{$i3}-$s0", -3) . $s4));
	if ((null === $s2)) continue;
	$i1 = w($i1 + $L13);
}
state('b5', $i1, $i2, $s3, $f1, $a3, $m0);
// block 6
$L14 = 0;
do {
	$i4 = w($i2);
	[$i0, $s2] = [w($i2), cut($s4)];
} while (++$L14 < 4 && ++$steps < 4000);
if ((max(6, $i0) <= (empty($a3) ? 999983 : 17))) {
	if ((bool) 'zebra') {
		$s1 .= cut($s4); $s1 = cut($s1);
		$L17 = 0;
		do {
			$m1['y1'] ??= $f2;
		} while (++$L17 < 4 && ++$steps < 4000);
	} elseif (($i1 < 3)) {
		$a0 = $a1; if (isset($a0[1])) $a0[1] = w(ord($s4));
	} else {
		$i5 -= 0;
	}
	$s0 = cut('y1');
} else {
	foreach (((bool) '62' ? $a0 : array_slice([$i0, $i3, $i0], 2, 3)) as $L18 => $e18) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e18 - $L18);
		$a3 = lim([(true ? match (-16 % 4) { 0 => strlen($s3), 1, 2 => 32, default => -10 } : (9 + 1_000)), 1, (int) ($m2['Key'] ?? 2)]);
	}
}
$i4--;
state('b6', $i5, $i4, $s1, $f2, $a3, $m2);
// block 7
$m2['hello'] ??= $f1;
for ($L19 = 0; $L19 < 5; $L19++) {
	if (++$steps > 4000) break;
	$i4--;
	$i2--;
	if ((($a0[4] ?? -15) == -2147483648)) continue;
	$i0 = w($i0 + $L19);
}
foreach (array_values(array_unique(range(2, 11))) as $L20 => $e20) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e20 - $L20);
	foreach (array_values(array_diff(array_slice([count($a3)], 2, 3), [$i4])) as $L21 => $e21) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e21 - $L21);
		foreach (array_values(array_diff(array_map('ord', str_split(cut($s3 . '.'))), $a2)) as $L22 => $e22) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e22 - $L22);
			rsort($a2);
		}
	}
	if (($i3 < -5)) {
		$a0 = $a1; if (isset($a0[1])) $a0[1] = w((int) ($i0 < 29));
		for ($L24 = 0; $L24 < 1; $L24++) {
			if (++$steps > 4000) break;
			usort($a0, fn($p, $q) => $q % 10 <=> $p % 10);
			$i0 = w($i0 + $L24);
		}
		if (((isset($m0['x']) && ($i0 < 59)) xor (bool) $s1)) {
			$a3 = lim(array_values(array_unique($a3)));
			$f1 = fmod(((($f1 + $f0) + round($f2, 3)) * 100.0), 1e7);
			$i3 = w($i2);
		} elseif (('20' < $s1)) {
			$i2 += 22;
		}
	}
}
state('b7', $i4, $i5, $s1, $f2, $a1, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
