<?php
// phpfuzz-lite seed 46
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = 18; $i1 = -41; $i2 = -28; $i3 = -5; $i4 = -4; $i5 = -1; $f0 = 0.5; $f1 = 2.75; $f2 = 33.0; $s0 = '12'; $s1 = 'foo_bar'; $s2 = 'Zed'; $s3 = 'World'; $s4 = 'zebra'; $a0 = []; $a1 = [30]; $a2 = [31, 21]; $a3 = [11, 30, 27, 23]; $m0 = ['y1' => 35, 'ab' => 6]; $m1 = ['3.5' => 7]; $m2 = ['x' => 11, 'zebra' => 25];
// block 0
$a2 = $a0; if (isset($a2[1])) $a2[1] = w($i3);
$s2 .= cut(json_encode([])); $s2 = cut($s2);
$a1[] = ((($i0 < 19) ? (int) ($m2['zebra'] ?? 19) : 2) - (int) ($s4 === '12')); $a1 = lim($a1);
$i2 = w($i1);
unset($m1['10']);
state('b0', $i4, $i5, $s2, $f2, $a0, $m0);
// block 1
if (('bacab' === $s3)) {
	unset($m2['1e1']);
} else {
	foreach ($a1 as &$ref) { $ref = w($ref * 6 + 1); } unset($ref);
	array_pop($a3);
}
[$i3, $s4] = [w(strlen($s4)), cut(var_export($i0, true))];
$L3 = 0;
do {
	$m0['y1'] ??= $i0;
	$L4 = 2;
	while ($L4-- > 0) {
		if (++$steps > 4000) break;
		$f0 = fmod(1.25, 1e7);
		$s2 .= cut('57'); $s2 = cut($s2);
	}
} while (++$L3 < 1 && ++$steps < 4000);
state('b1', $i0, $i4, $s1, $f1, $a2, $m0);
// block 2
foreach ($a0 as $L5 => $e5) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e5 - $L5);
	if (($s1 === 'foo_bar')) {
		foreach (array_values(array_filter($a0, fn($x) => $x % 3 != 3)) as $L7 => $e7) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e7 - $L7);
			$m1['a-b'] = $i0;
			$s1 .= cut('0'); $s1 = cut($s1);
		}
		$i3++;
	}
	$i0 = w(substr_count(str_pad("abc{$i5}-$s3", 8, 'a', STR_PAD_LEFT), 'a'));
}
$a1 = $a2; if (isset($a1[1])) $a1[1] = w($i0);
if (($i5 == 0x7f)) {
	if (array_is_list($m1)) {
		if (!($i1 < 91)) {
			[$i2, $s1] = [w($i1), cut($s2)];
			$m2['cab'] = max(60, 31);
			$a2[] = (int) ($m2['ab'] ?? 90); $a2 = lim($a2);
		} else {
			$s3 .= cut('13'); $s3 = cut($s3);
			$m2['abc'] = $f0;
		}
		$a2[] = (strlen($s1) - w(($i1 % 12) ** 1)); $a2 = lim($a2);
		$i5 ^= 1;
	} elseif (true) {
		$s0 = cut('a-b');
	}
	$i2 = w(w(array_sum(array_reverse(range(2, 13)))));
	foreach ($a2 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
}
state('b2', $i1, $i2, $s3, $f1, $a2, $m2);
// block 3
$a3 = $a0; if (isset($a3[1])) $a3[1] = w((- 2));
$a2 = lim(array_values(array_filter(array_values(array_filter([33, count($a2), -2], fn($x) => $x % 3 != 3)), fn($x) => $x % 3 != 3)));
state('b3', $i5, $i2, $s3, $f0, $a0, $m0);
// block 4
$s2 = cut((string) (('zebra' <=> $s1) / 8));
$i2--;
$L12 = 5;
while ($L12-- > 0) {
	if (++$steps > 4000) break;
	[$i2, $s2] = [w(($i1 >> 0)), cut('qq')];
	$a1[] = (int) fmod($f1, 10000); $a1 = lim($a1);
	for ($L13 = 0; $L13 < 1; $L13++) {
		if (++$steps > 4000) break;
		$L14 = 2;
		while ($L14-- > 0) {
			if (++$steps > 4000) break;
			$a2 = lim($a0);
			$a0[] = $i3; $a0 = lim($a0);
			$i5 = w((w($i2 * 6) + ((int) ($m2['a-b'] ?? 83) >> 0)));
		}
		$i0 = w($i0 + $L13);
	}
}
$i2 = w((int) fmod($f2, 10000));
state('b4', $i0, $i0, $s4, $f2, $a0, $m1);
// block 5
[$i0, $s4] = [w(intdiv($i0, 101)), cut(substr_replace('57', '010', 1, 2))];
$i1 = w(($i5 + abs($i2)));
$m0['Zed'] ??= ($i5 < 0);
state('b5', $i0, $i4, $s3, $f0, $a3, $m1);
// block 6
$a1 = $a0; if (isset($a1[1])) $a1[1] = w(w(crc32(str_pad($s3, 8, '-', STR_PAD_LEFT))));
$i5 ^= 28;
foreach ($a2 as $L15 => $e15) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e15 - $L15);
	unset($m0['ab']);
}
state('b6', $i3, $i4, $s3, $f2, $a3, $m2);
// block 7
$s0 .= cut(ucwords($s1)); $s0 = cut($s0);
$i2 = w((29 + -9));
if (false) {
	$i0 = w(15);
	$m1['World'] = null;
	$i2 -= 24;
} elseif ((($s4 === 'cab') < $i2)) {
	foreach ($m1 as $L17 => $val) {
		$s0 = cut($s0 . $L17 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L17)));
	}
} else {
	if (($i3 !== $i1)) {
		$s3 = cut($s4);
		$i2 = w(($i2 ?: 2));
		$a2 = lim($a2);
	} elseif ((($s2 === 'foo_bar') && ($s3 === 'hello'))) {
		$i2 = w(intdiv(levenshtein(substr_replace($s3, 'a-b', 1, 2), 'abcab'), -3));
		for ($L19 = 0; $L19 < 1; $L19++) {
			if (++$steps > 4000) break;
			$m2['abc'] = null;
			$f2 = fmod($f0, 1e7);
			$i0 = w($i0 + $L19);
		}
	} else {
		$m0['010'] ??= strlen($s4);
		$a3[] = ((int) ($m2['y1'] ?? 95) ^ $i3); $a3 = lim($a3);
	}
}
$a0 = lim(array_values(array_diff([intdiv($i5, 2)], array_merge(...array_chunk(range(2, 11), 2)))));
state('b7', $i5, $i2, $s3, $f1, $a1, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
