<?php
// phpfuzz-lite seed 32
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
	switch ($i0 % 4) {
	case 0:
		$i0 = w((w(crc32(substr('Key', -1))) + $i0));
		break;
	case 1:
		$i1--;
		break;
	case 2:
		unset($m1['10']);
	default:
		$s1 = cut($s0);
	}
	usort($a0, fn($p, $q) => $q % 10 <=> $p % 10);
	$a1 = lim(array_values(array_unique(array_map(fn($x) => w($x * 2 + (strlen($s1) - 017)), [count($a0), $i1, $i0]))));
	$i1 |= 32;
	return w((-2147483648 - 57));
}
$i0 = -27; $i1 = 112; $i2 = 110; $i3 = 89; $i4 = 83; $i5 = 115; $f0 = 2.75; $f1 = 0.5; $f2 = -1.125; $s0 = '010'; $s1 = '3.5'; $s2 = 'cab'; $s3 = '12'; $s4 = 'foo_bar'; $a0 = [7, 24, -6]; $a1 = [6, 17, 47]; $a2 = []; $a3 = [23]; $m0 = ['zebra' => 32, '12' => 23]; $m1 = ['qq' => 21, 'Zed' => 4]; $m2 = ['cab' => 34];
// block 0
[$i4, $s0] = [w(intdiv($i1, 2)), cut('36')];
for ($L2 = 0; $L2 < 3; $L2++) {
	if (++$steps > 4000) break;
	foreach ([] as $L3 => $e3) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e3 - $L3);
		$m1['hello'] ??= ($i4 > $i5);
	}
	if (array_is_list($m2)) break;
	$i0 = w($i0 + $L2);
}
state('b0', $i0, $i0, $s0, $f1, $a1, $m0);
// block 1
$m1['Key'] ??= 'x';
[$i5, $s3] = [w(($i4 - 82)), cut(str_pad($s3, 8, '1', STR_PAD_LEFT))];
$s3 = cut('010');
$s4 = cut($s4);
$i3 = w($i1);
state('b1', $i5, $i2, $s0, $f1, $a2, $m1);
// block 2
for ($L4 = 0; $L4 < 2; $L4++) {
	if (++$steps > 4000) break;
	if (!(-8 == strlen($s2))) {
		array_shift($a2);
		$i5 = w(($i5 + 95 * (($i4 & $i4) >> 1) % 100 - (int) ('50' == $s3)) % 10007);
	} else {
		$s0 .= cut((($m1['abc'] ?? 'none') . '')); $s0 = cut($s0);
		$L6 = 1;
		while ($L6-- > 0) {
			if (++$steps > 4000) break;
			$a1[] = -2147483648; $a1 = lim($a1);
		}
	}
	if ((true && true)) break;
	$i1 = w($i1 + $L4);
}
$s1 .= cut('10'); $s1 = cut($s1);
$i2 |= 38;
state('b2', $i1, $i0, $s4, $f2, $a1, $m1);
// block 3
if (((7 < 22) && false)) {
	for ($L8 = 0; $L8 < 1; $L8++) {
		if (++$steps > 4000) break;
		$L9 = 1;
		while ($L9-- > 0) {
			if (++$steps > 4000) break;
			$a0 = lim(range(1, 11));
			$m0['World'] ??= null;
			$f1 = fmod((fmod($f2, 7.5) / 4), 1e7);
		}
		$a2 = lim(array_map('strlen', explode('z', $s3)));
		$i1 = w($i1 + $L8);
	}
	$L10 = 0;
	do {
		$s3 .= cut((string) strlen($s4)); $s3 = cut($s3);
		for ($L11 = 0; $L11 < 2; $L11++) {
			if (++$steps > 4000) break;
			array_pop($a3);
			$a1 = lim($a2);
			$s0 = cut('1');
			$i0 = w($i0 + $L11);
		}
	} while (++$L10 < 2 && ++$steps < 4000);
	$m0['x'] = (- 9);
} elseif (str_contains($s4, 'c')) {
	if ((w(array_sum([$i1, $i2, $i3])) == min(0x7f, $i2, 0x7f))) {
		if (isset($m2['10'])) {
			$i5 = w($i0);
			$i3 = w(count($a1));
		} elseif (ctype_free('cab')) {
			array_shift($a2);
			$s1 = cut((($m1['y1'] ?? 'none') . ''));
		} else {
			$s2 = cut(cut("3.5{$i0}-$s4" . number_format(fmod($f2, 10000), 2)));
		}
		for ($L14 = 0; $L14 < 5; $L14++) {
			if (++$steps > 4000) break;
			array_splice($a3, 1, 1);
			$f0 = fmod((7.0 + (round($f1, 1) + floor($f1))), 1e7);
			$a1 = lim($a3);
			$i1 = w($i1 + $L14);
		}
		if (($i5 < 6)) {
			$s3 = cut(strtr((($i4 == ($a0[0] ?? 3)) ? substr('62', -3) : '48'), 'abc', 'xyz'));
			$m0['a-b'] = dechex(abs(4));
		} else {
			$s4 .= cut($s2); $s4 = cut($s4);
			$i2 = w($i3);
		}
	} elseif (('9' < $s4)) {
		foreach ($a2 as &$ref) { $ref = w($ref * 4 + 1); } unset($ref);
	}
	$i2 += 29;
} else {
	$m2['zebra'] ??= ($i2 < 1);
}
foreach ([(- $i4), w(89 * $i5), levenshtein('24', 'abcab')] as $L17 => $e17) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e17 - $L17);
	$i5 = w(count($a3));
	foreach ($a0 as &$ref) { $ref = w($ref * 4 + 1); } unset($ref);
}
state('b3', $i4, $i0, $s4, $f0, $a1, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
