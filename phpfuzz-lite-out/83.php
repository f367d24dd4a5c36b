<?php
// phpfuzz-lite seed 83
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
	$L1 = 4;
	while ($L1-- > 0) {
		if (++$steps > 4000) break;
		$f0 = fmod(((0.1 + sqrt(abs((float) $i0))) - (false ? (0.5 + 7.0) : ($f1 + $f0))), 1e7);
		$f1 = fmod($f0, 1e7);
	}
	for ($L2 = 0; $L2 < 3; $L2++) {
		if (++$steps > 4000) break;
		$i1 -= 29;
		$i1 = w($i1 + $L2);
	}
	if (is_numeric('10')) {
		$m1['y1'] = ($i1 - $i0);
		unset($m0['hello']);
		$i0++;
	}
	$s0 = cut('37');
	return w(017);
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	[$i0, $s0] = [w((~$i1)), cut(cut('Zed' . 'World'))];
	[$i1, $s1] = [w((6 + $i0 * 6 % 100 - $i1) % 10007), cut('36')];
	return w($i0);
}
$i0 = 1; $i1 = 28; $i2 = 7; $i3 = 134; $i4 = 51; $i5 = 138; $f0 = 2.75; $f1 = 0.5; $f2 = 2.75; $s0 = 'hello'; $s1 = 'ab'; $s2 = 'a-b'; $s3 = 'x'; $s4 = 'abc'; $a0 = [45, -8, 34, 34, 35]; $a1 = [27]; $a2 = [0, 49, 31]; $a3 = [5, 41, -1, 39]; $m0 = []; $m1 = ['1e1' => 35, 'zebra' => 15]; $m2 = ['0' => 34, 'Key' => 1, 'qq' => 11];
// block 0
if (!(count($a0) <= $i2)) {
	$i0 = w($i3);
} elseif (!($i0 < 44)) {
	if (true) {
		for ($L6 = 0; $L6 < 2; $L6++) {
			if (++$steps > 4000) break;
			$a2 = $a2; if (isset($a2[1])) $a2[1] = w(count($a2));
			if (($i4 < 28)) continue;
			$i1 = w($i1 + $L6);
		}
		for ($L7 = 0; $L7 < 5; $L7++) {
			if (++$steps > 4000) break;
			$s1 = cut(gettype(($i0 - 3)));
			$i5 = w(1);
			$i1 = w($i1 + $L7);
		}
		switch ($i3 % 4) {
		case 0:
			rsort($a2);
			break;
		case 1:
			$i5 = w((((int) "12{$i2}-$s3" % 997) & $i3));
			break;
		case 2:
			$i4 = w(7);
		default:
			unset($m0['Zed']);
			break;
		}
	}
}
foreach ($a0 as $L9 => $e9) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e9 - $L9);
	$L10 = 2;
	while ($L10-- > 0) {
		if (++$steps > 4000) break;
		$s3 .= cut(number_format(round(fmod($f2, 500)), 2)); $s3 = cut($s3);
	}
}
$a1 = $a1; if (isset($a1[1])) $a1[1] = w(($f0 <=> $f2));
rsort($a1);
state('b0', $i0, $i2, $s3, $f0, $a1, $m0);
// block 1
$s1 = cut(strtr($s1, 'abc', 'xyz'));
$s2 .= cut(ucwords('3')); $s2 = cut($s2);
$i5 += 17;
$i4 = w(((float) $i5 <=> fmod(($f1 + $f1), 7.5)));
state('b1', $i5, $i4, $s0, $f0, $a2, $m0);
// block 2
$a1[] = (int) ($m0['y1'] ?? 4); $a1 = lim($a1);
$m0['010'] = ((float) $i2 - $f2);
state('b2', $i2, $i0, $s1, $f2, $a3, $m0);
// block 3
switch ($i1 % 4) {
case 0:
	$s0 = cut('13');
	break;
case 1:
	$a1 = lim([($i0 & 5)]);
	break;
case 2:
	$s0 = cut($s1);
default:
	$s4 = cut('76');
	break;
}
$i5 = w(((5 + fn_1(5, 76)) & 2));
$a1[] = w(array_sum(array_values(array_flip(array_flip($a0))))); $a1 = lim($a1);
array_splice($a0, 1, 1);
state('b3', $i4, $i1, $s2, $f1, $a1, $m0);
// block 4
foreach (array_map(null, array_map('strlen', explode('z', $s0))) as $L12 => $e12) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e12 - $L12);
	if (($i3 !== strlen($s1))) {
		$a1 = lim(lim(array_merge($a1, array_values(array_diff(array_fill(0, 0, 1), array_values(array_diff([$i1], $a1)))))));
		[$i5, $s1] = [w(w($i3 << 0)), cut((string) 100.0)];
	}
}
$a2[] = (count([(int) ($m0['1e1'] ?? 57)]) & 1_000); $a2 = lim($a2);
$s4 .= cut(var_export(isset($m1['foo_bar']), true)); $s4 = cut($s4);
if (($i0 > $i5)) {
	foreach (array_values(array_filter(lim(array_merge([count($a0)], [count($a2)])), fn($x) => $x % 3 != 0)) as $L15 => $e15) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e15 - $L15);
		for ($L16 = 0; $L16 < 5; $L16++) {
			if (++$steps > 4000) break;
			$a3 = lim(array_slice([w($i0 * 18), w(($i0 % 12) ** 2), (int) false], 4, 3));
			$i1 = w($i1 + $L16);
		}
	}
	$i0 ^= 6;
	$i1 = w($i4);
}
foreach ($a1 as $L17 => $e17) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e17 - $L17);
	$i5 = w(($i3 & strlen($s4)));
	$a2 = $a1; if (isset($a2[1])) $a2[1] = w(fn_1(46, (7 ^ $i1)));
}
state('b4', $i0, $i4, $s4, $f1, $a2, $m2);
// block 5
if (empty($a2)) {
	$s4 .= cut(cut($s3 . $s1)); $s4 = cut($s4);
	switch (14 % 4) {
	case 0:
		[$i5, $s4] = [w(((int) ($m2['bacab'] ?? 84) & strlen($s1))), cut((string) (int) ($m2['y1'] ?? 57))];
		break;
	case 1:
		$m2['foo_bar'] ??= 100.0;
		break;
	case 2:
		$m2['qq'] ??= $i1;
		break;
	default:
		[$i3, $s4] = [w(ord((($m2['Zed'] ?? 'none') . ''))), cut(ucfirst(strtolower('Key')))];
		break;
	}
} elseif (true) {
	$L20 = 5;
	while ($L20-- > 0) {
		if (++$steps > 4000) break;
		$a2 = lim([-7, -3, (($i5 + -11) % 64)]);
	}
	$a1[] = $i0; $a1 = lim($a1);
} else {
	foreach ((($i3 < 36) ? $a0 : lim([...[999983, 47, $i4], 13, ...$a1])) as $L21 => $e21) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e21 - $L21);
		foreach ($m1 as $L22 => $val) {
			$s0 = cut($s0 . $L22 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L22)));
		}
		$i2 = w($i4);
	}
}
$a2[] = $i4; $a2 = lim($a2);
$i3 = w($i4);
$a0 = $a2; if (isset($a0[1])) $a0[1] = w((int) ('y1' == 'Zed'));
$L23 = 0;
do {
	$i4 = w($i1);
	$a3 = lim(array_map('ord', str_split(cut(cut(str_repeat($s2, 4)) . '.'))));
} while (++$L23 < 2 && ++$steps < 4000);
state('b5', $i1, $i4, $s0, $f1, $a1, $m2);
// block 6
$a1 = $a1; if (isset($a1[1])) $a1[1] = w((int) fmod(7.0, 10000));
switch (37 % 4) {
case 0:
	$i4 = w($i4);
	break;
case 1:
	$m2['foo_bar'] ??= $i2;
case 2:
	$i1 += 3;
	break;
default:
	$s2 = cut(gettype((string) 6));
	break;
}
$s3 = cut('2');
foreach ([substr_count($s2, 'a'), $i0, 0] as $L25 => $e25) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e25 - $L25);
	[$i4, $s4] = [w(w(90 << 2)), cut((string) $f1)];
	switch (levenshtein('88', 'abcab') % 4) {
	case 0:
		$a0 = lim([0x7f, (- ($i3 % 2)), (($i4 <=> $i0) - (int) fmod($f0, 10000))]);
		break;
	case 1:
		$i0++;
		break;
	case 2:
		$s0 = cut($s3);
		break;
	default:
		$m2['bacab'] = ('1e1' == 'Key');
	}
}
state('b6', $i3, $i2, $s3, $f0, $a1, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
