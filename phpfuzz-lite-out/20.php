<?php
// phpfuzz-lite seed 20
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
	$i0 |= 38;
	$a0 = $a0; if (isset($a0[1])) $a0[1] = w((($i0 <=> $i0) - 6));
	if (($i1 > $i0)) {
		$a0 = lim(array_fill(0, 2, (65535 & (6 <=> 1))));
		$i0 |= 29;
		$s0 = cut("0{$i0}-$s0");
	} elseif (($f1 == null)) {
		$m1['y1'] = substr($s0, 3);
		$i1 ^= 8;
	}
	return w($i1);
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	$s0 .= cut(cut($s0 . $s0)); $s0 = cut($s0);
	if (isset($m0['abc'])) {
		$s1 = cut(cut("10{$i1}-$s1" . (string) count($a0)));
		$i1 = w($i0);
		$a0[] = $i0; $a0 = lim($a0);
	} elseif (($s0 === 'bacab')) {
		$i0 += 12;
		$i1 = w(((-2147483648 ^ $i1) - $i1));
	}
	for ($L3 = 0; $L3 < 1; $L3++) {
		if (++$steps > 4000) break;
		$i0--;
		$i1 = w($i1 + $L3);
	}
	usort($a1, fn($p, $q) => $q % 10 <=> $p % 10);
	return w((chr(97 + abs($i0) % 26) <=> str_pad($s0, 8, 'c', STR_PAD_LEFT)));
}
$i0 = -17; $i1 = 38; $i2 = -23; $i3 = 27; $i4 = 121; $i5 = -27; $f0 = 33.0; $f1 = 2.75; $f2 = -1.125; $s0 = 'a-b'; $s1 = 'ab'; $s2 = '0'; $s3 = '3.5'; $s4 = '1e1'; $a0 = []; $a1 = [3, 31, 15, 35, 36]; $a2 = []; $a3 = []; $m0 = []; $m1 = ['a-b' => 0, '0' => 33, '010' => 24]; $m2 = ['ab' => 23];
// block 0
unset($m0['bacab']);
$i5++;
$L4 = 0;
do {
	$L5 = 0;
	do {
		if ((strrev('74') < $s1)) {
			unset($m0['12']);
			[$i2, $s2] = [w((31 <=> $i3)), cut(trim('y1'))];
		}
		$i0 ^= 36;
	} while (++$L5 < 1 && ++$steps < 4000);
} while (++$L4 < 2 && ++$steps < 4000);
$a2 = lim($a0);
state('b0', $i5, $i0, $s3, $f0, $a0, $m2);
// block 1
unset($m0['qq']);
foreach ($a3 as $L7 => $e7) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e7 - $L7);
	$a2 = lim(array_map('ord', str_split(cut('6' . '.'))));
}
state('b1', $i4, $i5, $s4, $f1, $a0, $m2);
// block 2
for ($L8 = 0; $L8 < 5; $L8++) {
	if (++$steps > 4000) break;
	if (isset($m2['cab'])) {
		for ($L10 = 0; $L10 < 2; $L10++) {
			if (++$steps > 4000) break;
			$i0++;
			$i0 = w(65535);
			$i1 = w(levenshtein(str_replace('-', 'abc', substr((string) $f1, 0, 9)), 'abcab'));
			if (str_contains('x', 'z')) continue;
			$i0 = w($i0 + $L10);
		}
		rsort($a0);
	} elseif ((1e-3 >= $f2)) {
		$i3--;
		$i5 = w(1_000);
	}
	$s1 .= cut(strtoupper($s2)); $s1 = cut($s1);
	if (($i2 < 88)) {
		$a0[] = w(array_sum([$i5])); $a0 = lim($a0);
		$a1 = lim([]);
	} elseif (($i1 < -1)) {
		$a3 = lim(array_values(array_flip(array_flip(array_merge(...array_chunk($a2, 2))))));
	} else {
		$a1 = lim(array_values(array_unique((($s1 == 'Zed') ? (isset($m2['ab']) ? [$i4, ($a2[1] ?? 65), 70] : $a3) : array_reverse($a2)))));
	}
	$i0 = w($i0 + $L8);
}
$a3 = lim($a3);
usort($a2, fn($p, $q) => $q % 10 <=> $p % 10);
foreach ($m0 as $L12 => $val) {
	$s0 = cut($s0 . $L12 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L12)));
}
state('b2', $i1, $i4, $s3, $f1, $a1, $m2);
// block 3
foreach ($m0 as $L13 => $val) {
	$s0 = cut($s0 . $L13 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L13)));
}
$a1[] = $i4; $a1 = lim($a1);
$a1 = lim([$i2]);
unset($m0['0']);
state('b3', $i4, $i3, $s1, $f1, $a3, $m2);
// block 4
$m1['3.5'] = 1_000;
$a0 = $a1; if (isset($a0[1])) $a0[1] = w(70);
state('b4', $i2, $i2, $s1, $f1, $a1, $m1);
// block 5
array_pop($a1);
$i4 = w(96);
for ($L14 = 0; $L14 < 1; $L14++) {
	if (++$steps > 4000) break;
	foreach ($a1 as &$ref) { $ref = w($ref * 3 + 1); } unset($ref);
	if ((trim($s4) < strrev((($m0['ab'] ?? 'none') . '')))) {
		for ($L17 = 0; $L17 < 2; $L17++) {
			if (++$steps > 4000) break;
			$a3 = lim(array_merge(...array_chunk([(isset($m1['a-b']) ? $i2 : ($a1[3] ?? 6))], 2)));
			$m0['3.5'] ??= ($i4 < 67);
			$i5 = w($i4);
			$i0 = w($i0 + $L17);
		}
		$f1 = fmod(((float) (6 + $i3 * 99 % 100 - 1) % 10007 + ($f2 + $f1)), 1e7);
	}
	$s3 .= cut(nl2br('50')); $s3 = cut($s3);
	$i1 = w($i1 + $L14);
}
state('b5', $i0, $i3, $s4, $f1, $a1, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
