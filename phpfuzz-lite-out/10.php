<?php
// phpfuzz-lite seed 10
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = 93; $i1 = -15; $i2 = -38; $i3 = -45; $i4 = -2; $i5 = 52; $f0 = 0.5; $f1 = 2.75; $f2 = -1.125; $s0 = 'World'; $s1 = '0'; $s2 = 'World'; $s3 = 'hello'; $s4 = 'x'; $a0 = [28, 16]; $a1 = [-9, -8, 38, 1]; $a2 = [1, 36, 44, 15, 28]; $a3 = [7, 25, 42, 9]; $m0 = ['10' => 29, 'World' => 11, '1e1' => 3]; $m1 = ['10' => 16, 'bacab' => 19]; $m2 = ['zebra' => 12, 'ab' => 31, '0' => 2];
// block 0
$s4 .= cut("hello{$i5}-$s4"); $s4 = cut($s4);
array_shift($a1);
[$i4, $s3] = [w((strlen($s2) + ($a0[1] ?? 2))), cut('14')];
$m0['hello'] ??= $f2;
for ($L1 = 0; $L1 < 5; $L1++) {
	if (++$steps > 4000) break;
	foreach ($a0 as $L2 => $e2) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e2 - $L2);
		if ((($i2 & 3) == 0x7f)) {
			$i2 = w(((w(($i5 % 12) ** 1) ?: count([])) & (($i5 % 7) + $i2)));
		}
		for ($L4 = 0; $L4 < 5; $L4++) {
			if (++$steps > 4000) break;
			$i3++;
			$s4 = cut(cut(str_repeat(ucwords(str_pad($s1, 8, '-', STR_PAD_LEFT)), 3)));
			$a1 = lim($a3);
			$i0 = w($i0 + $L4);
		}
	}
	foreach (array_pad([0x7f, $i4, 40], 2, ($i4 >> 0)) as $L5 => $e5) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e5 - $L5);
		$s2 = cut(trim($s4));
		foreach ([$i3] as $L6 => $e6) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e6 - $L6);
			$m1['10'] = (88 + 46);
			$m2['0'] ??= ($i1 < 92);
		}
	}
	$i1 = w($i1 + $L1);
}
state('b0', $i0, $i2, $s1, $f0, $a0, $m1);
// block 1
[$i4, $s2] = [w($i1), cut(strtoupper((($m1['foo_bar'] ?? 'none') . '')))];
$i2--;
state('b1', $i0, $i1, $s1, $f1, $a3, $m2);
// block 2
foreach ([] as $L7 => $e7) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e7 - $L7);
	[$i3, $s2] = [w((~$i4)), cut(trim($s0))];
}
$s0 = cut(substr((string) 7.0, -1));
if (((isset($m0['ab']) === $f1) || str_contains($s4, 'b'))) {
	[$i2, $s0] = [w(('qq' <=> 'ab')), cut($s4)];
	foreach ($a1 as $L9 => $e9) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e9 - $L9);
		if (str_contains('1e1', '-')) {
			$a3[] = ((($s1 === 'qq') || empty($a1)) ? strcmp('zebra', 'a-b') : 7); $a3 = lim($a3);
		} elseif (('33' == $s2)) {
			$i2 = w(min(count($a3), ord($s2), ($i2 - ((int) ($m2['abc'] ?? 6) | $i3))));
			$s3 = cut($s1);
		}
	}
	$a0 = $a2; if (isset($a0[1])) $a0[1] = w(w((strpos('qq', 'c') === false ? 22 : 7) * $i0));
} else {
	$L11 = 0;
	do {
		if (($s3 == cut($s2 . $s2))) {
			$s1 = cut('14');
		} else {
			$a2 = lim(array_fill(0, 3, $i3));
			$m1['12'] ??= 'ab';
		}
		$a1[] = ord(strrev($s2)); $a1 = lim($a1);
	} while (++$L11 < 1 && ++$steps < 4000);
	$L13 = 4;
	while ($L13-- > 0) {
		if (++$steps > 4000) break;
		$i3 = w(017);
		$L14 = 0;
		do {
			sort($a3);
			$i4 = w((((32 + 66) - count([count($a2), $i1, count($a3)])) & ((strlen($s1) + $i4) - 999983)));
		} while (++$L14 < 3 && ++$steps < 4000);
		$L15 = 3;
		while ($L15-- > 0) {
			if (++$steps > 4000) break;
			$i4 -= 3;
		}
	}
}
$a3[] = ((4 - $i1) + (- 0)); $a3 = lim($a3);
state('b2', $i4, $i0, $s4, $f0, $a2, $m1);
// block 3
$i0 = w($i3);
$a0 = lim($a1);
$s2 = cut($s0);
$i0 = w(($a3[4] ?? 2));
state('b3', $i0, $i2, $s2, $f1, $a3, $m0);
// block 4
$i2 = w((2 + (int) false));
[$i0, $s2] = [w(-2147483648), cut(md5($s3))];
$f0 = fmod((float) -2147483648, 1e7);
rsort($a3);
if (($i2 < 58)) {
	$a1[] = levenshtein("0{$i0}-$s0", 'abcab'); $a1 = lim($a1);
	$s0 = cut(cut(sprintf('%.2f|%8.3f|%e', fmod($f0, 10000), fmod(0.5, 10000), round(fmod(-3.75, 500))) . $s3));
} else {
	$i1 = w((int) ($m1['a-b'] ?? -11));
	$f2 = fmod((sqrt(abs((66 / 8))) - $f2), 1e7);
}
state('b4', $i0, $i0, $s4, $f2, $a1, $m1);
// block 5
if (!('37' == '12')) {
	$i0++;
	$s3 = cut(sprintf('%05d/%x/%s', w(w(array_sum($a1)) << 3), abs(w($i1 * 0x7f)), cut($s0)));
}
foreach ($a2 as &$ref) { $ref = w($ref * 3 + 1); } unset($ref);
array_splice($a0, 1, 1);
state('b5', $i5, $i5, $s1, $f1, $a2, $m0);
// block 6
$a1[] = (int) fmod($f1, 10000); $a1 = lim($a1);
$i0 = w((~6));
$L19 = 4;
while ($L19-- > 0) {
	if (++$steps > 4000) break;
	foreach ($m2 as $L20 => $val) {
		$s0 = cut($s0 . $L20 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L20)));
	}
}
$i2 = w((79 | ((65535 + 1) + 65535)));
$L21 = 0;
do {
	foreach ($m2 as $L22 => $val) {
		$s0 = cut($s0 . $L22 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L22)));
	}
	$s3 = cut(strtoupper($s0));
} while (++$L21 < 5 && ++$steps < 4000);
state('b6', $i2, $i1, $s2, $f1, $a3, $m1);
// block 7
$a2 = $a0; if (isset($a2[1])) $a2[1] = w((($f1 <=> 1.25) & (30 + $i0)));
$i0 |= 14;
state('b7', $i5, $i0, $s0, $f0, $a2, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
