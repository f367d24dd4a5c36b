<?php
// phpfuzz-lite seed 78
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = 90; $i1 = 149; $i2 = 21; $i3 = -41; $i4 = -9; $i5 = 16; $f0 = -1.125; $f1 = 2.75; $f2 = -1.125; $s0 = 'hello'; $s1 = 'ab'; $s2 = 'x'; $s3 = 'ab'; $s4 = '3.5'; $a0 = [22, 28, 13, 44, 21]; $a1 = [12, 6]; $a2 = [15]; $a3 = [20]; $m0 = ['a-b' => 10, 'Zed' => 10]; $m1 = ['cab' => 29, 'abc' => 11, '12' => 31]; $m2 = [];
// block 0
$s3 .= cut(cut($s4 . 'World')); $s3 = cut($s3);
$L1 = 5;
while ($L1-- > 0) {
	if (++$steps > 4000) break;
	if (in_array('10', $m2)) {
		switch (array_reduce($a3, fn($c, $x) => w($c * 2 + $x), 6) % 4) {
		case 0:
			$m2['a-b'] ??= 4;
			break;
		case 1:
			$f0 = fmod($f0, 1e7);
			break;
		case 2:
			$s1 .= cut(gettype($i5)); $s1 = cut($s1);
			break;
		default:
			$m0['3.5'] ??= isset($m0['Key']);
			break;
		}
	} else {
		$a1 = lim([2147483647]);
		$i0 = w($i5);
	}
	$a2[] = 0x7f; $a2 = lim($a2);
	for ($L4 = 0; $L4 < 2; $L4++) {
		if (++$steps > 4000) break;
		unset($m0['3.5']);
		$L5 = 0;
		do {
			$i4 = w((($i4 == ($a3[2] ?? 0)) ? ($i5 & 7) : (w($i2 << 2) <=> 19)));
			$s4 = cut((string) $i0);
		} while (++$L5 < 4 && ++$steps < 4000);
		$s4 = cut('y1');
		if (str_contains($s4, 'z')) break;
		$i1 = w($i1 + $L4);
	}
}
state('b0', $i4, $i5, $s1, $f0, $a0, $m2);
// block 1
$L6 = 0;
do {
	$i0 = w(count($a2));
	$L7 = 4;
	while ($L7-- > 0) {
		if (++$steps > 4000) break;
		foreach (array_reverse([89, count($a3), $i5]) as $L8 => $e8) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e8 - $L8);
			$i3--;
			$i5 = w($i1);
		}
		unset($m0['bacab']);
		$a2[] = (int) ($m0['0'] ?? 28); $a2 = lim($a2);
	}
} while (++$L6 < 5 && ++$steps < 4000);
foreach ($m0 as $L9 => $val) {
	$s0 = cut($s0 . $L9 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L9)));
}
switch ($i0 % 4) {
case 0:
	$s1 = cut((string) $i4);
	break;
case 1:
	$m2['qq'] = (string) $i1;
	break;
case 2:
	$s2 .= cut($s1); $s2 = cut($s2);
	break;
default:
	$a3 = lim(array_reverse(array_merge(...array_chunk($a0, 2))));
}
state('b1', $i1, $i1, $s0, $f2, $a3, $m1);
// block 2
foreach ($m2 as $L11 => $val) {
	$s0 = cut($s0 . $L11 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L11)));
}
if ((levenshtein($s0, 'abcab') == (strpos($s2, '1') === false ? 6 : 7))) {
	switch (count($a2) % 4) {
	case 0:
		$a2 = lim(array_map(fn($x) => w($x * 10 + $i5), array_map('intval', array_keys($m2))));
		break;
	case 1:
		$a0 = lim($a0);
		break;
	case 2:
		$f2 = fmod($f1, 1e7);
	default:
		[$i5, $s4] = [w(abs($i5)), cut(substr($s2, 3))];
		break;
	}
	$s3 .= cut($s0); $s3 = cut($s3);
	$i1 = w($i3);
} elseif (($i4 < 3)) {
	$a0[] = $i5; $a0 = lim($a0);
} else {
	[$i4, $s0] = [w((~$i2)), cut((string) $i5)];
	$a2 = $a1; if (isset($a2[1])) $a2[1] = w($i0);
}
$i2--;
state('b2', $i4, $i1, $s2, $f1, $a3, $m0);
// block 3
$m2['qq'] ??= isset($m2['x']);
$L14 = 0;
do {
	sort($a2);
	switch (27 % 4) {
	case 0:
		$i5--;
		break;
	case 1:
		$a0 = $a0; if (isset($a0[1])) $a0[1] = w(6);
	case 2:
		$a2 = $a1; if (isset($a2[1])) $a2[1] = w($i2);
		break;
	default:
		$s0 = cut($s0);
		break;
	}
} while (++$L14 < 3 && ++$steps < 4000);
$s0 = cut('Zed');
state('b3', $i4, $i2, $s3, $f1, $a3, $m1);
// block 4
foreach ($a0 as $L16 => $e16) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e16 - $L16);
	unset($m0['x']);
}
unset($m0['a-b']);
if ((bool) $s4) {
	for ($L18 = 0; $L18 < 5; $L18++) {
		if (++$steps > 4000) break;
		if (!($i3 < 7)) {
			$a0 = lim($a2);
			$a2[] = $i2; $a2 = lim($a2);
		}
		$s4 = cut(dechex(abs(w(array_sum($a2)))));
		$i1 = w($i1 + $L18);
	}
	$a1[] = (int) ($m0['Key'] ?? 95); $a1 = lim($a1);
	$L20 = 4;
	while ($L20-- > 0) {
		if (++$steps > 4000) break;
		switch ($i0 % 4) {
		case 0:
			$m1['zebra'] ??= ($i4 < 38);
			break;
		case 1:
			$i4 = w(array_reduce($a0, fn($c, $x) => w($c * 2 + $x), 41));
		case 2:
			$i2 = w(min(($a3[4] ?? 41), (($i4 ^ (int) ($m0['World'] ?? 1)) - $i0), 4));
		default:
			$a0 = $a0; if (isset($a0[1])) $a0[1] = w((0b1011 - 28));
			break;
		}
		$m1['y1'] = (($a3[3] ?? -20) ^ $i3);
	}
} elseif (true) {
	$i5 = w((($i2 ^ intdiv($i2, 10)) >> 1));
	foreach ($m1 as $L22 => $val) {
		$s0 = cut($s0 . $L22 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L22)));
	}
}
state('b4', $i0, $i4, $s0, $f2, $a3, $m2);
// block 5
$f1 = fmod((7.0 * 0.1), 1e7);
$i2 = w(intdiv(61, 5));
if (($i5 < 7)) {
	foreach ($a0 as &$ref) { $ref = w($ref * 5 + 1); } unset($ref);
	$i2 |= 42;
} elseif (in_array('hello', $m1)) {
	sort($a0);
} else {
	$L25 = 4;
	while ($L25-- > 0) {
		if (++$steps > 4000) break;
		$L26 = 2;
		while ($L26-- > 0) {
			if (++$steps > 4000) break;
			rsort($a0);
			$s4 .= cut(ucwords($s0)); $s4 = cut($s4);
		}
	}
	[$i4, $s4] = [w(7), cut("World{$i1}-$s3")];
}
$s1 .= cut(cut($s1 . $s4)); $s1 = cut($s1);
$m1['Zed'] = (-3.75 + 0.5);
state('b5', $i4, $i0, $s4, $f0, $a0, $m1);
// block 6
foreach (array_values(array_unique($a1)) as $L27 => $e27) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e27 - $L27);
	if (!($i1 > $i1)) {
		[$i2, $s1] = [w($i3), cut('84')];
	}
	$s2 .= cut('9'); $s2 = cut($s2);
}
$a2[] = (count($a1) | ($i4 + count($a1))); $a2 = lim($a2);
state('b6', $i4, $i2, $s4, $f2, $a2, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
