<?php
// phpfuzz-lite seed 95
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = 35; $i1 = 39; $i2 = 73; $i3 = 47; $i4 = 11; $i5 = 132; $f0 = -1.125; $f1 = 0.5; $f2 = 0.5; $s0 = '10'; $s1 = 'zebra'; $s2 = '0'; $s3 = 'abc'; $s4 = '010'; $a0 = [41, 31, -9]; $a1 = [26, 36, 49, 12]; $a2 = []; $a3 = [-2, 6]; $m0 = []; $m1 = ['abc' => 35, '010' => 39]; $m2 = ['y1' => 3];
// block 0
$i1 = w(((35 >> 2) <=> ord(substr('foo_bar', 3))));
if (('1e1' == '69')) {
	for ($L2 = 0; $L2 < 2; $L2++) {
		if (++$steps > 4000) break;
		unset($m2['qq']);
		$i1 = w($i1 + $L2);
	}
	if (($s1 === 'hello')) {
		$a0[] = $i2; $a0 = lim($a0);
		foreach (array_slice([51, $i1, -10], 4, 3) as $L4 => $e4) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e4 - $L4);
			$i2 |= 10;
			$s0 .= cut('010'); $s0 = cut($s0);
		}
	} else {
		$s3 = cut($s3);
		for ($L5 = 0; $L5 < 5; $L5++) {
			if (++$steps > 4000) break;
			array_shift($a1);
			$i0 = w($i0 + $L5);
		}
	}
	$i5 = w(6);
}
$s4 = cut("cab{$i5}-$s3");
$i3++;
state('b0', $i0, $i0, $s4, $f0, $a1, $m0);
// block 1
foreach ([count($a0), strcmp('25', 'ab'), (- $i3)] as $L6 => $e6) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e6 - $L6);
	rsort($a3);
	$i0 = w($i5);
}
$a1[] = -13; $a1 = lim($a1);
state('b1', $i0, $i4, $s1, $f0, $a1, $m0);
// block 2
if ((7.0 < $i2)) {
	switch ($i5 % 4) {
	case 0:
		unset($m2['0']);
	case 1:
		unset($m2['a-b']);
		break;
	case 2:
		$a3[] = $i0; $a3 = lim($a3);
		break;
	default:
		$a1 = lim(array_reverse(array_values(array_filter([-1, (int) ($m2['Key'] ?? -10), $i4], fn($x) => $x % 3 != 2))));
		break;
	}
	switch ((-2147483648 - $i2) % 4) {
	case 0:
		unset($m0['qq']);
	case 1:
		$i5 = w($i4);
		break;
	case 2:
		$s0 = cut($s4);
		break;
	default:
		unset($m2['12']);
		break;
	}
	$s0 .= cut('88'); $s0 = cut($s0);
}
$L10 = 1;
while ($L10-- > 0) {
	if (++$steps > 4000) break;
	$L11 = 1;
	while ($L11-- > 0) {
		if (++$steps > 4000) break;
		switch (017 % 4) {
		case 0:
			unset($m0['3.5']);
			break;
		case 1:
			$s1 = cut(ucwords(substr(substr('cab', 2, 3), 0, 3)));
			break;
		case 2:
			$a3[] = 3; $a3 = lim($a3);
			break;
		default:
			$m0['12'] ??= null;
			break;
		}
	}
}
state('b2', $i1, $i0, $s2, $f2, $a3, $m1);
// block 3
$L13 = 0;
do {
	$s1 = cut(json_encode(range(1, 13)));
	$a0 = lim([(0 + ($a1[4] ?? 22)), $i4, ($i3 + intdiv(($a1[0] ?? 91), 2))]);
} while (++$L13 < 1 && ++$steps < 4000);
array_shift($a2);
$L14 = 0;
do {
	$i3--;
} while (++$L14 < 4 && ++$steps < 4000);
state('b3', $i3, $i4, $s1, $f2, $a3, $m1);
// block 4
$a3 = lim(array_pad(array_map('strlen', explode('-', cut($s4 . $s4))), 3, $i2));
$s2 .= cut(cut($s4 . $s3)); $s2 = cut($s2);
state('b4', $i2, $i0, $s1, $f0, $a3, $m0);
// block 5
foreach ([strlen($s4)] as $L15 => $e15) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e15 - $L15);
	foreach ($a0 as $L16 => $e16) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e16 - $L16);
		$i2--;
		if ((null == $s4)) {
			$s4 .= cut("zebra{$i5}-$s0"); $s4 = cut($s4);
			$a3[] = (int) fmod($f1, 10000); $a3 = lim($a3);
		}
	}
	$i0++;
}
$i3 = w($i3);
foreach ($m1 as $L18 => $val) {
	$s0 = cut($s0 . $L18 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L18)));
}
state('b5', $i5, $i3, $s1, $f2, $a0, $m0);
// block 6
$i3 -= 31;
$L19 = 0;
do {
	$i4 = w(intdiv(0b1011, 5));
} while (++$L19 < 5 && ++$steps < 4000);
switch (($a2[3] ?? 3) % 4) {
case 0:
	unset($m2['bacab']);
	break;
case 1:
	$a2[] = $i5; $a2 = lim($a2);
	break;
case 2:
	$i5 = w($i4);
	break;
default:
	$i2 = w($i0);
	break;
}
$i1 = w(((int) ($s3 === 'foo_bar') - (max($i3, count($a2)) ?: 2)));
$a0[] = strcmp((string) 26, cut($s1 . $s1)); $a0 = lim($a0);
state('b6', $i0, $i5, $s4, $f1, $a2, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
