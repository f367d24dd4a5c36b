<?php
// phpfuzz-lite seed 41
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
	$m1['ab'] ??= 'caba';
	$m0['010'] ??= '10';
	$i1--;
	return w((-14 + (int) ($m1['1e1'] ?? 11)));
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	$s0 = cut(cut(str_repeat($s1, 4)));
	$s1 = cut(str_pad(substr_replace('86', 'x', 1, 2), 8, 'z', STR_PAD_LEFT));
	return w($i1);
}
$i0 = 81; $i1 = -40; $i2 = -48; $i3 = -42; $i4 = 49; $i5 = 35; $f0 = 0.5; $f1 = 2.75; $f2 = -1.125; $s0 = 'ab'; $s1 = 'qq'; $s2 = 'abc'; $s3 = '010'; $s4 = '10'; $a0 = [32]; $a1 = [41, 15, 45, 28, 26]; $a2 = []; $a3 = [21, 14]; $m0 = []; $m1 = ['3.5' => 27]; $m2 = ['zebra' => 25, 'y1' => 20];
// block 0
unset($m0['Key']);
$a3 = lim($a0);
[$i1, $s1] = [w(($i2 - $i5)), cut('a-b')];
state('b0', $i2, $i4, $s1, $f0, $a0, $m0);
// block 1
$i3 = w(94);
for ($L1 = 0; $L1 < 3; $L1++) {
	if (++$steps > 4000) break;
	foreach (array_map('ord', str_split(cut(substr('76', 3) . '.'))) as $L2 => $e2) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e2 - $L2);
		if ((null < '13')) {
			$i5 = w($i5);
			[$i3, $s3] = [w((($i2 < 66) ? $i2 : strlen($s2))), cut($s3)];
			unset($m0['Key']);
		}
	}
	$i3 |= 30;
	if (($i1 < 4)) break;
	$i0 = w($i0 + $L1);
}
state('b1', $i1, $i0, $s0, $f0, $a1, $m0);
// block 2
$a2 = lim(array_values(array_flip(array_flip($a1))));
sort($a3);
if (((($m2['Key'] ?? 'none') . '') == $s4)) {
	if ((bool) ($a0[3] ?? 0)) {
		[$i4, $s3] = [w(w($i5 * 2)), cut(wordwrap($s3, 4, '/', true))];
		$i0 = w($i4);
	} else {
		switch (65535 % 4) {
		case 0:
			$s1 = cut("caba{$i3}-$s3");
			break;
		case 1:
			unset($m1['0']);
			break;
		case 2:
			$s3 .= cut('zebra'); $s3 = cut($s3);
		default:
			$f0 = fmod($f1, 1e7);
		}
	}
	$i3 = w($i1);
	$a0 = lim(array_fill(0, 3, $i3));
} elseif (($i3 <= $i2)) {
	$s3 = cut(strtr($s2, 'abc', 'xyz'));
	for ($L7 = 0; $L7 < 4; $L7++) {
		if (++$steps > 4000) break;
		$i2 += 12;
		array_splice($a1, 1, 1);
		$i0 = w($i0 + $L7);
	}
} else {
	$f0 = fmod(((($i5 < 51) ? $i3 : ($a3[0] ?? 38)) / 8), 1e7);
}
sort($a2);
[$i0, $s0] = [w($i3), cut('a-b')];
state('b2', $i2, $i3, $s1, $f1, $a3, $m2);
// block 3
$L8 = 0;
do {
	$s0 = cut(cut($s4 . number_format(fmod((float) 7, 10000), 2)));
	$i4 += 28;
} while (++$L8 < 3 && ++$steps < 4000);
$s2 = cut(cut($s1 . $s2));
$s1 = cut((string) 2e3);
if ((-12 <= (4 + $i1))) {
	$L10 = 0;
	do {
		foreach (array_reverse(array_map('ord', str_split(cut($s1 . '.')))) as $L11 => $e11) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e11 - $L11);
			$i2 = w($i1);
		}
		if ((($i2 > $i0) && (false == $s1))) {
			$s0 = cut('25');
			$i0 = w((int) fmod((017 / 8), 10000));
			unset($m1['1e1']);
		} elseif (($s3 === 'x')) {
			unset($m0['010']);
			$i5 = w($i4);
		}
	} while (++$L10 < 2 && ++$steps < 4000);
	$m1['abc'] ??= $f1;
}
switch (w(array_sum($a0)) % 4) {
case 0:
	$s4 .= cut((($i4 < 13) ? $s3 : $s4)); $s4 = cut($s4);
	break;
case 1:
	$s1 .= cut('a-b'); $s1 = cut($s1);
	break;
case 2:
	rsort($a3);
default:
	$i1 = w((strtoupper("1e1{$i5}-$s4") <=> $s4));
	break;
}
state('b3', $i0, $i0, $s2, $f2, $a1, $m2);
// block 4
$s3 = cut("10{$i0}-$s0");
foreach ($m2 as $L14 => $val) {
	$s0 = cut($s0 . $L14 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L14)));
}
$a3 = $a3; if (isset($a3[1])) $a3[1] = w(((int) ($m0['cab'] ?? 70) & match ((int) ($m1['cab'] ?? 62) % 4) { 0 => $i1, 1, 2 => $i5, default => $i4 }));
state('b4', $i0, $i1, $s4, $f2, $a2, $m1);
// block 5
$s0 .= cut($s4); $s0 = cut($s0);
$a3[] = $i2; $a3 = lim($a3);
if ((in_array(52, $a0) && str_starts_with($s0, '-'))) {
	$s2 = cut($s3);
	for ($L16 = 0; $L16 < 4; $L16++) {
		if (++$steps > 4000) break;
		for ($L17 = 0; $L17 < 4; $L17++) {
			if (++$steps > 4000) break;
			[$i1, $s0] = [w(39), cut($s4)];
			$i1 -= 17;
			$a1[] = $i0; $a1 = lim($a1);
			$i0 = w($i0 + $L17);
		}
		if (($i3 == 76)) {
			[$i5, $s0] = [w($i5), cut((($m2['qq'] ?? 'none') . ''))];
			$m1['World'] = $s0;
			$a2 = lim($a3);
		}
		$i0 = w($i0 + $L16);
	}
}
state('b5', $i4, $i3, $s0, $f0, $a1, $m2);
// block 6
foreach (array_map('strlen', explode('z', (string) $i5)) as $L19 => $e19) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e19 - $L19);
	for ($L20 = 0; $L20 < 3; $L20++) {
		if (++$steps > 4000) break;
		$a3[] = $i0; $a3 = lim($a3);
		unset($m2['y1']);
		if (in_array('Key', $m0)) continue;
		$i0 = w($i0 + $L20);
	}
}
$f1 = fmod((float) 72, 1e7);
$i5 = w((w((($i0 - (int) ($m0['caba'] ?? 87)) % 12) ** 0) % -3));
if (isset($m2['12'])) {
	$f0 = fmod($f0, 1e7);
} elseif (in_array('World', $m2)) {
	if ((isset($m0['foo_bar']) && (($i5 < 42) == $s1))) {
		$i0++;
		for ($L23 = 0; $L23 < 4; $L23++) {
			if (++$steps > 4000) break;
			[$i5, $s1] = [w($i4), cut($s4)];
			array_splice($a2, 1, 1);
			$i0 = w($i0 + $L23);
		}
	} else {
		$m0['zebra'] ??= '47';
	}
	$a2 = lim($a2);
} else {
	[$i3, $s2] = [w((int) ($m2['y1'] ?? 4)), cut(substr($s0, 3))];
}
state('b6', $i0, $i3, $s4, $f0, $a2, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
