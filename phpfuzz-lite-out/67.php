<?php
// phpfuzz-lite seed 67
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
	foreach ($m0 as $L1 => $val) {
		$s0 = cut($s0 . $L1 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L1)));
	}
	$m0['3.5'] ??= 100.0;
	$a1 = lim(array_values(array_unique($a0)));
	$i1--;
	return w(($a0[3] ?? -7));
}
$i0 = 5; $i1 = 89; $i2 = 116; $i3 = 116; $i4 = -25; $i5 = -29; $f0 = -1.125; $f1 = -1.125; $f2 = 2.75; $s0 = '0'; $s1 = '10'; $s2 = 'Key'; $s3 = 'qq'; $s4 = '0'; $a0 = []; $a1 = [46, 26]; $a2 = [7, -4, 46, 18]; $a3 = [14, -6]; $m0 = ['10' => 29]; $m1 = ['010' => 4, '1e1' => 10, 'cab' => 36]; $m2 = ['12' => 32];
// block 0
$s0 = cut(substr($s1, 1));
$i1 = w(-2);
$L2 = 0;
do {
	$a3 = lim(array_pad($a2, 0, (int) array_search(51, array_fill(0, 2, 2147483647))));
} while (++$L2 < 2 && ++$steps < 4000);
$m1['Zed'] ??= null;
array_shift($a3);
state('b0', $i2, $i1, $s2, $f0, $a1, $m2);
// block 1
$L3 = 0;
do {
	$i5--;
	for ($L4 = 0; $L4 < 3; $L4++) {
		if (++$steps > 4000) break;
		[$i5, $s4] = [w($i4), cut(substr($s0, 3, 2))];
		foreach (lim([...array_values(array_filter([5], fn($x) => $x % 3 != 4)), min($i3, 59, 7), ...array_reverse($a2)]) as $L5 => $e5) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e5 - $L5);
			$i2 |= 31;
		}
		foreach ($a0 as $L6 => $e6) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e6 - $L6);
			$a2 = lim([]);
		}
		$i0 = w($i0 + $L4);
	}
} while (++$L3 < 5 && ++$steps < 4000);
$i5 |= 21;
state('b1', $i5, $i2, $s1, $f1, $a2, $m2);
// block 2
$i3 -= 34;
$s0 = cut($s2);
$f2 = fmod($f0, 1e7);
for ($L7 = 0; $L7 < 2; $L7++) {
	if (++$steps > 4000) break;
	foreach ($m0 as $L8 => $val) {
		$s0 = cut($s0 . $L8 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L8)));
	}
	$i0 = w($i0 + $L7);
}
state('b2', $i5, $i3, $s2, $f0, $a3, $m0);
// block 3
$L9 = 5;
while ($L9-- > 0) {
	if (++$steps > 4000) break;
	for ($L10 = 0; $L10 < 2; $L10++) {
		if (++$steps > 4000) break;
		if (((($i3 > $i3) || ($i2 < 1)) && !($i5 > $i3))) {
			$m1['ab'] ??= null;
			sort($a3);
		} elseif (($i1 > $i5)) {
			$a3 = lim(array_slice($a3, 0, 2));
		} else {
			$f2 = fmod(($f1 + (((float) $i4 - $f1) * 100.0)), 1e7);
			$s1 = cut(substr('010', 1));
		}
		$L12 = 2;
		while ($L12-- > 0) {
			if (++$steps > 4000) break;
			$a3 = $a0; if (isset($a3[1])) $a3[1] = w(60);
			unset($m1['World']);
		}
		$L13 = 5;
		while ($L13-- > 0) {
			if (++$steps > 4000) break;
			$s4 .= cut(substr((($m0['ab'] ?? 'none') . ''), 4)); $s4 = cut($s4);
			rsort($a2);
			$i1--;
		}
		$i1 = w($i1 + $L10);
	}
	foreach (array_map('intval', array_keys($m2)) as $L14 => $e14) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e14 - $L14);
		switch ($i0 % 4) {
		case 0:
			$i2 = w((strpos($s1, '-') === false ? 6 : 7));
		case 1:
			$m2['10'] ??= (($m1['hello'] ?? 'none') . '');
			break;
		case 2:
			$s4 = cut(cut($s3 . 'a-b'));
		default:
			$s1 = cut(number_format(round(fmod((- 7.0), 500)), 2));
			break;
		}
	}
}
for ($L16 = 0; $L16 < 4; $L16++) {
	if (++$steps > 4000) break;
	$a1 = $a2; if (isset($a1[1])) $a1[1] = w($i2);
	foreach ($m0 as $L17 => $val) {
		$s0 = cut($s0 . $L17 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L17)));
	}
	if (('a-b' === (float) 77)) {
		foreach (((($i1 < 31) || ($i2 < 81)) ? lim(array_merge([($a1[2] ?? 72)], [strlen($s0), $i0, $i0])) : array_values(array_intersect([$i0, $i0, $i3], []))) as $L19 => $e19) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e19 - $L19);
			$m2['12'] ??= $i5;
			$a0 = $a3; if (isset($a0[1])) $a0[1] = w(74);
		}
		$a3[] = (int) round(fmod($f0, 500)); $a3 = lim($a3);
	}
	$i1 = w($i1 + $L16);
}
state('b3', $i5, $i3, $s3, $f1, $a2, $m2);
// block 4
[$i0, $s2] = [w(count($a3)), cut('qq')];
$s4 .= cut($s1); $s4 = cut($s4);
$L20 = 0;
do {
	if ((1 === $i2)) {
		$a3[] = $i5; $a3 = lim($a3);
		$i2 = w((int) fmod(($f0 * 1.25), 10000));
	} else {
		if (((count($a3) - $i2) <= (int) true)) {
			$a3 = $a1; if (isset($a3[1])) $a3[1] = w(strlen($s3));
			$i0 -= 16;
			$i4 = w((w(crc32(cut($s1 . $s2))) ^ substr_count(ucwords($s4), 'a')));
		} elseif (is_numeric('foo_bar')) {
			$s0 = cut("10{$i1}-$s3");
		} else {
			$s2 = cut(wordwrap("ab{$i3}-$s2", 4, '/', true));
		}
	}
} while (++$L20 < 3 && ++$steps < 4000);
$f0 = fmod((1.25 + ($f1 + (count($a1) / 8))), 1e7);
if ((14 <= $i2)) {
	$i2 += 26;
}
state('b4', $i2, $i2, $s1, $f1, $a0, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
