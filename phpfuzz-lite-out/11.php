<?php
// phpfuzz-lite seed 11
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
	$i1 = w(0x7f);
	$a0 = lim($a0);
	$a0[] = 3; $a0 = lim($a0);
	return w(ord($s0));
}
$i0 = 116; $i1 = 117; $i2 = 78; $i3 = 106; $i4 = -37; $i5 = 90; $f0 = 2.75; $f1 = 0.5; $f2 = 0.5; $s0 = 'x'; $s1 = 'Key'; $s2 = 'a-b'; $s3 = 'qq'; $s4 = '0'; $a0 = [8, 29, 24, 23]; $a1 = [26, 30, 25, 2, 46]; $a2 = [11, -1]; $a3 = [43, 0, 17, -1]; $m0 = []; $m1 = ['hello' => 25, '010' => 21, '10' => 37]; $m2 = [];
// block 0
foreach ($m0 as $L1 => $val) {
	$s0 = cut($s0 . $L1 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L1)));
}
foreach (array_map(fn($x) => w($x * -4 + ($i4 + $i4)), $a3) as $L2 => $e2) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e2 - $L2);
	$f1 = fmod((- 1e-3), 1e7);
}
[$i5, $s2] = [w($i2), cut(sprintf('%05d/%x/%s', $i5, abs($i0), cut('Key')))];
if ((($i5 < 74) && empty($a1))) {
	if (true) {
		unset($m2['3.5']);
	}
	for ($L5 = 0; $L5 < 5; $L5++) {
		if (++$steps > 4000) break;
		$f2 = fmod((100.0 + $f1), 1e7);
		$a1 = $a0; if (isset($a1[1])) $a1[1] = w((strlen($s3) + ($i2 + $i4)));
		if (true) break;
		$i0 = w($i0 + $L5);
	}
	for ($L6 = 0; $L6 < 1; $L6++) {
		if (++$steps > 4000) break;
		usort($a2, fn($p, $q) => $q % 10 <=> $p % 10);
		$s3 = cut('World');
		$i1 = w($i1 + $L6);
	}
} else {
	$s0 .= cut(ucwords('12')); $s0 = cut($s0);
}
$i3++;
state('b0', $i5, $i0, $s3, $f1, $a3, $m1);
// block 1
foreach (array_map('ord', str_split(cut(cut($s4 . $s1) . '.'))) as $L7 => $e7) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e7 - $L7);
	$a0[] = $i2; $a0 = lim($a0);
	$i1 = w(9);
}
$L8 = 0;
do {
	[$i3, $s0] = [w(($i1 + (int) ($m2['ab'] ?? -17))), cut(str_replace('z', '3.5', substr('qq', 0, 9)))];
	switch ($i1 % 4) {
	case 0:
		$s1 = cut(number_format(fmod(fmod($f0, 7.5), 10000), 2));
		break;
	case 1:
		$a3 = lim($a3);
	case 2:
		$s0 = cut(strrev(wordwrap('1e1', 4, '/', true)));
		break;
	default:
		$a3 = lim(array_map(fn($x) => w($x * 24 + $i2), array_reverse(array_slice($a1, 3, 0))));
		break;
	}
} while (++$L8 < 2 && ++$steps < 4000);
$i2 |= 46;
$i0 = w(min(array_reduce(array_map(null, $a3), fn($c, $x) => w($c * 2 + $x), 93), count([]), (($i3 === '67') ? (int) ($i5 < 4) : array_reduce([4, $i4, $i4], fn($c, $x) => w($c * 2 + $x), 7))));
$L10 = 3;
while ($L10-- > 0) {
	if (++$steps > 4000) break;
	if ((($i5 <=> $i4) <= ($a3[3] ?? -4))) {
		$a0 = lim(array_values(array_unique($a3)));
		for ($L12 = 0; $L12 < 3; $L12++) {
			if (++$steps > 4000) break;
			$s2 .= cut((($m1['1e1'] ?? 'none') . '')); $s2 = cut($s2);
			[$i3, $s1] = [w(w($i1 * 33)), cut($s1)];
			$i1 = w($i1 + $L12);
		}
		switch (5 % 4) {
		case 0:
			$a2[] = $i5; $a2 = lim($a2);
			break;
		case 1:
			$m0['Zed'] ??= ($i0 > $i5);
			break;
		case 2:
			[$i3, $s0] = [w(($i1 % 16)), cut(str_pad('1', 8, 'b', STR_PAD_LEFT))];
			break;
		default:
			$i2 = w($i0);
			break;
		}
	} elseif (in_array((int) ($m1['x'] ?? 9), [])) {
		$i2 += 47;
	} else {
		$L14 = 2;
		while ($L14-- > 0) {
			if (++$steps > 4000) break;
			$i2 -= 19;
			$m1['x'] ??= $i2;
		}
	}
}
state('b1', $i0, $i5, $s4, $f0, $a3, $m1);
// block 2
if (($i0 > $i4)) {
	$i0++;
	$i5--;
	if (true) {
		for ($L17 = 0; $L17 < 4; $L17++) {
			if (++$steps > 4000) break;
			$i5 |= 37;
			$i1 = w($i1 + $L17);
		}
	} elseif ((($i4 < 1) && ($i3 < 5))) {
		for ($L18 = 0; $L18 < 2; $L18++) {
			if (++$steps > 4000) break;
			$m1['bacab'] ??= $i4;
			$i1--;
			$m1['cab'] ??= $i5;
			$i0 = w($i0 + $L18);
		}
	} else {
		$i5 = w(((strpos('y1', '1') === false ? 88 : 7) % 5));
	}
} elseif (empty($a2)) {
	$L19 = 3;
	while ($L19-- > 0) {
		if (++$steps > 4000) break;
		$a3[] = substr_count(sprintf('%05d/%x/%s', (int) ($m0['0'] ?? 0), abs($i5), cut($s4)), 'a'); $a3 = lim($a3);
		$a3[] = w(((int) 'caba' % 997) * $i1); $a3 = lim($a3);
		unset($m1['abc']);
	}
}
$L20 = 0;
do {
	for ($L21 = 0; $L21 < 5; $L21++) {
		if (++$steps > 4000) break;
		$m2['bacab'] ??= null;
		$i3++;
		if ((isset($m1['y1']) && ($i2 < 43))) continue;
		$i0 = w($i0 + $L21);
	}
	for ($L22 = 0; $L22 < 3; $L22++) {
		if (++$steps > 4000) break;
		$f0 = fmod(2e3, 1e7);
		foreach (array_reverse(array_values(array_intersect($a3, $a0))) as $L23 => $e23) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e23 - $L23);
			$s3 = cut((($m2['y1'] ?? 'none') . ''));
		}
		if (false) break;
		$i1 = w($i1 + $L22);
	}
} while (++$L20 < 5 && ++$steps < 4000);
$f0 = fmod($f2, 1e7);
state('b2', $i5, $i2, $s1, $f1, $a3, $m1);
// block 3
switch ($i2 % 4) {
case 0:
	unset($m0['ab']);
	break;
case 1:
	$a1[] = (count($a1) <=> ($i1 ^ count($a1))); $a1 = lim($a1);
	break;
case 2:
	unset($m1['Zed']);
	break;
default:
	$i1 |= 32;
	break;
}
$m0['Key'] ??= 1_000;
switch ($i3 % 4) {
case 0:
	$i5 |= 28;
	break;
case 1:
	$i4 = w(w(array_sum($a1)));
case 2:
	$i2++;
default:
	$m2['y1'] ??= $s0;
	break;
}
state('b3', $i0, $i0, $s4, $f1, $a2, $m2);
// block 4
$L26 = 0;
do {
	for ($L27 = 0; $L27 < 4; $L27++) {
		if (++$steps > 4000) break;
		$L28 = 1;
		while ($L28-- > 0) {
			if (++$steps > 4000) break;
			$a0 = lim((($s1 === '3.5') ? [] : $a0));
			$a2 = lim(lim(array_merge(array_map('strlen', explode('c', 'cab')), array_values(array_filter([$i3], fn($x) => $x % 3 != 4)))));
		}
		$i1 = w($i1 + $L27);
	}
	$L29 = 0;
	do {
		$L30 = 5;
		while ($L30-- > 0) {
			if (++$steps > 4000) break;
			$a0 = $a2; if (isset($a0[1])) $a0[1] = w($i5);
			$a0[] = (($a1[0] ?? 47) + (int) true); $a0 = lim($a0);
		}
	} while (++$L29 < 3 && ++$steps < 4000);
} while (++$L26 < 4 && ++$steps < 4000);
foreach ($a0 as &$ref) { $ref = w($ref * 4 + 1); } unset($ref);
$L32 = 3;
while ($L32-- > 0) {
	if (++$steps > 4000) break;
	$L33 = 5;
	while ($L33-- > 0) {
		if (++$steps > 4000) break;
		if (($s0 === 'a-b')) {
			$a3 = lim(sorted(array_map('strlen', explode('c', wordwrap((($m2['10'] ?? 'none') . ''), 4, '/', true)))));
			unset($m2['1e1']);
			$a3 = $a1; if (isset($a3[1])) $a3[1] = w(20);
		} elseif (in_array('1e1', $m2)) {
			$i4 = w($i0);
		}
	}
}
for ($L35 = 0; $L35 < 3; $L35++) {
	if (++$steps > 4000) break;
	unset($m0['x']);
	$s0 .= cut(substr($s0, 1)); $s0 = cut($s0);
	$i0 = w($i0 + $L35);
}
if ((bool) 65535) {
	switch ($i4 % 4) {
	case 0:
		[$i0, $s2] = [w(count($a1)), cut(number_format(round(fmod((float) (int) ($m0['cab'] ?? 2), 500)), 2))];
		break;
	case 1:
		$a1 = $a2; if (isset($a1[1])) $a1[1] = w(((($a1[0] ?? 1) == $i4) ? w(0 << 2) : ($i0 + $i5)));
		break;
	case 2:
		$f1 = fmod((float) intdiv((($a1[3] ?? 99) + $i3), 101), 1e7);
	default:
		$s2 .= cut(ucwords($s2)); $s2 = cut($s2);
		break;
	}
	if (($i5 < 14)) {
		for ($L39 = 0; $L39 < 1; $L39++) {
			if (++$steps > 4000) break;
			unset($m1['x']);
			$m1['foo_bar'] = '81';
			$m1['cab'] ??= ($i4 > $i0);
			if (($i3 !== $i2)) break;
			$i1 = w($i1 + $L39);
		}
		$a3 = lim($a1);
	} else {
		$i3++;
		$s4 .= cut('12'); $s4 = cut($s4);
	}
	$a2 = $a3; if (isset($a2[1])) $a2[1] = w(match ($i5 % 4) { 0 => $i0, 1, 2 => (($i1 < 83) ? $i5 : $i5), default => w($i4 * $i2) });
} elseif (!($i4 < 6)) {
	switch (48 % 4) {
	case 0:
		[$i0, $s3] = [w(intdiv(34, 7)), cut((($s1)[0] ?? '_'))];
	case 1:
		$s4 .= cut(str_pad($s2, 8, 'z', STR_PAD_LEFT)); $s4 = cut($s4);
		break;
	case 2:
		$i2 ^= 21;
		break;
	default:
		array_splice($a2, 1, 1);
	}
	$s1 .= cut(cut(implode('z', $a0))); $s1 = cut($s1);
}
state('b4', $i5, $i4, $s4, $f0, $a1, $m2);
// block 5
foreach ($m1 as $L41 => $val) {
	$s0 = cut($s0 . $L41 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L41)));
}
$s2 .= cut($s2); $s2 = cut($s2);
state('b5', $i4, $i1, $s3, $f1, $a2, $m0);
// block 6
foreach ($a0 as $L42 => $e42) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e42 - $L42);
	if (($i1 > $i5)) {
		$a2[] = (3 & ($i3 | 3)); $a2 = lim($a2);
		foreach ($a2 as &$ref) { $ref = w($ref * 3 + 1); } unset($ref);
	} else {
		$f2 = fmod(((100.0 + $f0) / 4), 1e7);
		$i3 |= 21;
	}
	sort($a3);
}
$i2 ^= 22;
state('b6', $i3, $i1, $s0, $f1, $a1, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
