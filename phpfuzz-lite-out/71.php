<?php
// phpfuzz-lite seed 71
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
	$s1 = cut('foo_bar');
	$s1 = cut('89');
	$s1 .= cut('1e1'); $s1 = cut($s1);
	$i1 = w((int) round(fmod($f0, 500)));
	[$i0, $s0] = [w(-13), cut($s0)];
	return w((($i1 >> 4) + ($i1 + $i0)));
}
$i0 = 134; $i1 = -8; $i2 = 67; $i3 = -1; $i4 = 121; $i5 = 30; $f0 = -1.125; $f1 = -1.125; $f2 = 33.0; $s0 = 'cab'; $s1 = '12'; $s2 = 'Zed'; $s3 = 'foo_bar'; $s4 = 'hello'; $a0 = [16, 1]; $a1 = [21, 22]; $a2 = [36, 16]; $a3 = [28, 28, 1]; $m0 = []; $m1 = []; $m2 = ['1e1' => 30, 'zebra' => 15];
// block 0
$i4 = w((((4 % 9) - $i3) | w(w(0 * $i2) << 0)));
unset($m1['1e1']);
$a2 = $a3; if (isset($a2[1])) $a2[1] = w((- -12));
foreach ($m2 as $L1 => $val) {
	$s0 = cut($s0 . $L1 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L1)));
}
state('b0', $i1, $i4, $s2, $f0, $a1, $m1);
// block 1
$i2 = w(-12);
foreach ($m0 as $L2 => $val) {
	$s0 = cut($s0 . $L2 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L2)));
}
$i1 += 19;
array_shift($a3);
state('b1', $i5, $i1, $s3, $f0, $a3, $m0);
// block 2
$i0 = w((int) array_search($i3, array_reverse([$i2])));
foreach ($a3 as $L3 => $e3) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e3 - $L3);
	switch (5 % 4) {
	case 0:
		$i1 = w(array_reduce([$i3, strlen($s1), $i2], fn($c, $x) => w($c * 2 + $x), 30));
		break;
	case 1:
		$i2 = w($i5);
		break;
	case 2:
		$s3 .= cut(dechex(abs($i4))); $s3 = cut($s3);
	default:
		$a0[] = $i4; $a0 = lim($a0);
	}
}
state('b2', $i3, $i3, $s2, $f2, $a3, $m2);
// block 3
$a2 = lim(array_merge(...array_chunk(array_fill(0, 0, ($i3 - strlen($s1))), 2)));
$i5 = w(((int) ($m1['1e1'] ?? 5) + w(array_sum(lim([...$a0, $i1, ...$a0])))));
$L5 = 0;
do {
	$a0[] = ord('010'); $a0 = lim($a0);
} while (++$L5 < 5 && ++$steps < 4000);
$L6 = 0;
do {
	if (($i3 > $i2)) {
		for ($L8 = 0; $L8 < 2; $L8++) {
			if (++$steps > 4000) break;
			$i3 = w((strlen($s0) + ((($i2 < 36) && ($i1 < 5)) ? count($a3) : -5) * 60 % 100 - (($i2 <= $i4) ? $i4 : ($i0 % 3))) % 10007);
			if (($i4 < 20)) break;
			$i1 = w($i1 + $L8);
		}
		$s2 = cut(strtoupper(gettype((($m0['010'] ?? 'none') . ''))));
	} else {
		$L9 = 2;
		while ($L9-- > 0) {
			if (++$steps > 4000) break;
			$f2 = fmod((((int) ($m1['qq'] ?? 25) / 8) - $f0), 1e7);
		}
		if (($i4 > $i2)) {
			$i3 += 13;
			$i3 -= 47;
		} else {
			$m0['zebra'] ??= $s3;
		}
	}
} while (++$L6 < 4 && ++$steps < 4000);
$L11 = 1;
while ($L11-- > 0) {
	if (++$steps > 4000) break;
	switch (max($i2, $i0) % 4) {
	case 0:
		$i5 += 14;
		break;
	case 1:
		$m0['0'] = trim($s2);
	case 2:
		$a1[] = (w($i5 * $i1) <=> w(array_sum([$i5, ($a1[4] ?? 32), $i5]))); $a1 = lim($a1);
		break;
	default:
		[$i1, $s4] = [w($i0), cut(gettype($s3))];
	}
	if ((($s0 === '1e1') || ($f2 >= 1.25))) {
		if (str_starts_with($s2, 'c')) {
			$i1++;
			$m0['3.5'] = $i0;
		} else {
			[$i3, $s0] = [w(count($a0)), cut("foo_bar{$i0}-$s3")];
		}
		$a0 = $a1; if (isset($a0[1])) $a0[1] = w((($i1 >> 1) - $i2));
		if (($i4 < 5)) {
			$a2 = lim(lim(array_merge($a3, lim(array_merge($a1, [999983, 0b1011, 999983])))));
			$i4 = w($i4);
		} elseif (($i2 > $i1)) {
			$m1['12'] = 1e-3;
		} else {
			$i0--;
		}
	} elseif (($s0 < $s4)) {
		switch (017 % 4) {
		case 0:
			[$i4, $s3] = [w(1_000), cut("y1{$i3}-$s0")];
		case 1:
			$m1['010'] = $i4;
			break;
		case 2:
			$i1 -= 21;
			break;
		default:
			$i5 = w(abs(w(array_sum($a0))));
		}
	} else {
		switch ($i0 % 4) {
		case 0:
			rsort($a2);
			break;
		case 1:
			[$i5, $s1] = [w(w(strlen($s1) << 0)), cut(trim('y1'))];
			break;
		case 2:
			unset($m0['qq']);
			break;
		default:
			$a3 = lim([(($i3 <=> $i3) >> 2), ($i2 + -2147483648), $i5]);
		}
		$L18 = 0;
		do {
			$i2 = w(((w($i3 * 9) == ($i0 + 6)) ? $i4 : $i2));
			$s2 = cut("10{$i1}-$s3");
		} while (++$L18 < 2 && ++$steps < 4000);
	}
	$s4 .= cut("qq{$i1}-$s1"); $s4 = cut($s4);
}
state('b3', $i1, $i3, $s3, $f0, $a3, $m1);
// block 4
foreach ($a1 as &$ref) { $ref = w($ref * 5 + 1); } unset($ref);
$i5--;
$f2 = fmod(0.1, 1e7);
$i0 |= 23;
[$i3, $s3] = [w(($i1 + -2147483648)), cut('foo_bar')];
state('b4', $i1, $i1, $s0, $f1, $a1, $m0);
// block 5
$i2 |= 10;
switch (((int) ($m1['qq'] ?? 15) & 46) % 4) {
case 0:
	$a2[] = w($i0 * 2147483647); $a2 = lim($a2);
	break;
case 1:
	$i2++;
	break;
case 2:
	$m2['cab'] ??= $s2;
default:
	$a1 = $a3; if (isset($a1[1])) $a1[1] = w($i0);
}
$s2 = cut($s3);
state('b5', $i1, $i5, $s3, $f1, $a3, $m0);
// block 6
$m2['cab'] ??= $f0;
unset($m2['y1']);
state('b6', $i3, $i1, $s2, $f1, $a1, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
