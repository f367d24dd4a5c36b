<?php
// phpfuzz-lite seed 59
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
	for ($L1 = 0; $L1 < 1; $L1++) {
		if (++$steps > 4000) break;
		[$i0, $s0] = [w(($i1 - 58)), cut(cut($s1 . $s0))];
		$i1 = w($i1 + $L1);
	}
	$i1 = w((levenshtein('1e1', 'abcab') + 6));
	$s0 = cut(sprintf('%.2f|%8.3f|%e', fmod($f0, 10000), fmod(floor(-3.75), 10000), round(fmod(($f0 - 0.5), 500))));
	return w(intdiv($i0, -3));
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	$a0[] = $i1; $a0 = lim($a0);
	$f0 = fmod(1.25, 1e7);
	foreach (((0.1 == count($a1)) ? $a1 : array_map(fn($x) => w($x * 3 + $i1), $a0)) as $L2 => $e2) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e2 - $L2);
		$i1 = w((($i1 < -5) ? (1 + -2147483648) : $i0));
	}
	$i0 = w((int) ($m0['ab'] ?? 98));
	return w(abs($i1));
}
$i0 = 59; $i1 = 93; $i2 = -34; $i3 = 107; $i4 = 13; $i5 = 65; $f0 = -1.125; $f1 = -1.125; $f2 = 0.5; $s0 = 'cab'; $s1 = 'World'; $s2 = '010'; $s3 = 'abc'; $s4 = 'foo_bar'; $a0 = [17, 46, 5, 49, 2]; $a1 = [18, 40, 7]; $a2 = []; $a3 = [10, 12, 18, 40, 41]; $m0 = ['10' => 24, '010' => 1, '3.5' => 28]; $m1 = ['a-b' => 12, '3.5' => 27, 'bacab' => 30]; $m2 = [];
// block 0
$s1 = cut((string) $f2);
$L3 = 0;
do {
	$L4 = 2;
	while ($L4-- > 0) {
		if (++$steps > 4000) break;
		for ($L5 = 0; $L5 < 3; $L5++) {
			if (++$steps > 4000) break;
			$m2['a-b'] = null;
			$i0 = w($i0 + $L5);
		}
		$i5 = w(levenshtein(cut((string) 1.25 . '62'), 'abcab'));
	}
	for ($L6 = 0; $L6 < 2; $L6++) {
		if (++$steps > 4000) break;
		$i3 = w(w(28 * $i2));
		if ((3 === null)) {
			$m2['foo_bar'] ??= null;
			$a3 = lim(array_map('strlen', explode('x', "foo_bar{$i5}-$s3")));
		} else {
			[$i1, $s1] = [w(017), cut(ucwords('46'))];
			$m0['qq'] = null;
		}
		$i1 = w($i1 + $L6);
	}
} while (++$L3 < 3 && ++$steps < 4000);
$f2 = fmod($f2, 1e7);
foreach ($m0 as $L8 => $val) {
	$s0 = cut($s0 . $L8 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L8)));
}
state('b0', $i5, $i4, $s3, $f2, $a1, $m2);
// block 1
foreach (array_reverse([($a3[3] ?? 7)]) as $L9 => $e9) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e9 - $L9);
	$a0 = lim([56, $i0, max($i1, 0x7f)]);
}
$i1 = w($i4);
foreach ($m0 as $L10 => $val) {
	$s0 = cut($s0 . $L10 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L10)));
}
foreach ($a1 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
state('b1', $i5, $i4, $s2, $f0, $a0, $m2);
// block 2
sort($a2);
$m2['x'] = addslashes('hello');
$s1 .= cut('a-b'); $s1 = cut($s1);
state('b2', $i5, $i0, $s0, $f2, $a2, $m2);
// block 3
$m0['1e1'] = ((float) 0b1011 + 1e-3);
foreach (lim([...$a2, ($a3[4] ?? 7), ...array_values(array_flip(array_flip($a2)))]) as $L12 => $e12) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e12 - $L12);
	$i1 = w((isset($m1['zebra']) ? (($i0 + $i2 * $i3 % 100 - ($a2[2] ?? 13)) % 10007 ^ (true ? 66 : $i1)) : w(((($s3 === 'caba') ? $i3 : $i1) % 12) ** 0)));
}
$L13 = 1;
while ($L13-- > 0) {
	if (++$steps > 4000) break;
	$i4 = w(strlen($s0));
	$i1 -= 47;
	if ((($i2 < 6) == $i2)) {
		for ($L15 = 0; $L15 < 5; $L15++) {
			if (++$steps > 4000) break;
			$s4 .= cut(sprintf('%05d/%x/%s', 37, abs(-12), cut('foo_bar'))); $s4 = cut($s4);
			$s3 .= cut((($s2)[4] ?? '_')); $s3 = cut($s3);
			$i0 = w($i0 + $L15);
		}
		foreach ($a3 as &$ref) { $ref = w($ref * 3 + 1); } unset($ref);
	} else {
		if (true) {
			$i1 -= 0;
		} else {
			$s2 = cut('0');
		}
	}
}
state('b3', $i1, $i5, $s2, $f0, $a3, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
