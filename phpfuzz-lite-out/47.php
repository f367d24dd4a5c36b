<?php
// phpfuzz-lite seed 47
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
	$a1[] = $i1; $a1 = lim($a1);
	$s1 = cut((($m1['a-b'] ?? 'none') . ''));
	foreach ($m1 as $L1 => $val) {
		$s0 = cut($s0 . $L1 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L1)));
	}
	switch ($i0 % 4) {
	case 0:
		$a0[] = -2147483648; $a0 = lim($a0);
		break;
	case 1:
		$s0 .= cut($s0); $s0 = cut($s0);
	case 2:
		$i0 = w((7 + (int) empty($a1)));
		break;
	default:
		$i1 = w(abs(((0x7f ?: (int) ($m0['World'] ?? 3)) & 31)));
		break;
	}
	if (false) {
		unset($m1['x']);
		$a1 = lim([((58 ^ $i0) % 101)]);
	}
	return w((int) ($m0['abc'] ?? 2));
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	$a0[] = $i1; $a0 = lim($a0);
	$m1['1e1'] = ($i1 + 10);
	if (!(($i0 < 66) && ($i1 < 3))) {
		$i1 = w(0x7f);
		$a1 = lim($a1);
		$a1[] = (levenshtein('3.5', 'abcab') + strlen($s1)); $a1 = lim($a1);
	}
	sort($a0);
	return w(w(($i0 | -6) * $i0));
}
$i0 = 135; $i1 = 1; $i2 = -45; $i3 = 124; $i4 = 124; $i5 = 84; $f0 = 2.75; $f1 = 2.75; $f2 = -1.125; $s0 = 'World'; $s1 = 'a-b'; $s2 = 'cab'; $s3 = 'caba'; $s4 = 'foo_bar'; $a0 = []; $a1 = [-1, -5, 20, -3]; $a2 = []; $a3 = [22, 15, 25]; $m0 = ['3.5' => 30, 'a-b' => 13]; $m1 = ['x' => 22, 'caba' => 36]; $m2 = ['caba' => 25, 'ab' => 19];
// block 0
$a0 = $a1; if (isset($a0[1])) $a0[1] = w(min((-20 + 47), strlen($s1), ($i1 & (int) ($m1['010'] ?? -8))));
$a3 = lim($a0);
rsort($a1);
state('b0', $i4, $i1, $s1, $f2, $a1, $m1);
// block 1
if (in_array($i2, lim([...$a1, $i2, ...[017, 1, $i5]]))) {
	unset($m1['abc']);
} elseif (($i0 < 6)) {
	foreach ([] as $L6 => $e6) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e6 - $L6);
		if (($i0 < 3)) {
			$s2 = cut("Zed{$i3}-$s0");
		}
	}
	$m2['World'] ??= (($m2['a-b'] ?? 'none') . '');
} else {
	$a0[] = intdiv(($i5 & 3), -3); $a0 = lim($a0);
	$s0 = cut($s2);
}
$i4 = w(2147483647);
for ($L8 = 0; $L8 < 4; $L8++) {
	if (++$steps > 4000) break;
	for ($L9 = 0; $L9 < 3; $L9++) {
		if (++$steps > 4000) break;
		$i2--;
		[$i5, $s1] = [w(min(999983, $i1, $i5)), cut(substr($s0, 4))];
		[$i1, $s4] = [w(($i3 | count($a1))), cut($s0)];
		$i1 = w($i1 + $L9);
	}
	$i1 = w($i1 + $L8);
}
$s2 = cut(strrev($s2));
state('b1', $i2, $i5, $s3, $f1, $a3, $m1);
// block 2
foreach ($m1 as $L10 => $val) {
	$s0 = cut($s0 . $L10 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L10)));
}
array_shift($a2);
$f1 = fmod($f0, 1e7);
if ((intdiv($i4, 64) !== count($a2))) {
	switch (7 % 4) {
	case 0:
		$a2 = $a1; if (isset($a2[1])) $a2[1] = w(6);
	case 1:
		[$i2, $s2] = [w(fn_0(2147483647, $i0)), cut((string) -5)];
	case 2:
		$i4 ^= 46;
		break;
	default:
		$a1 = lim($a3);
	}
	if ((str_replace('1', 'Key', substr($s4, 0, 9)) == ucwords($s1))) {
		unset($m2['a-b']);
		foreach ($a0 as $L14 => $e14) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e14 - $L14);
			$a2 = lim([]);
		}
		switch ((strlen($s0) % 9) % 4) {
		case 0:
			[$i5, $s0] = [w($i2), cut($s0)];
			break;
		case 1:
			$s2 .= cut(number_format(fmod(0.1, 10000), 2)); $s2 = cut($s2);
		case 2:
			$m2['1e1'] ??= $i1;
			break;
		default:
			$a1 = lim($a2);
		}
	} elseif (empty($a0)) {
		$i0--;
		$i5 = w($i4);
	}
	$s2 = cut(dechex(abs(abs(array_reduce($a3, fn($c, $x) => w($c * 2 + $x), 22)))));
}
state('b2', $i2, $i0, $s3, $f1, $a1, $m0);
// block 3
$L16 = 4;
while ($L16-- > 0) {
	if (++$steps > 4000) break;
	if ((max(65535, $i0) == ($i5 + $i0))) {
		$m0['ab'] = (37 + $i3);
		$L18 = 5;
		while ($L18-- > 0) {
			if (++$steps > 4000) break;
			sort($a1);
			[$i3, $s0] = [w(($i1 - $i2)), cut($s1)];
		}
		$i3 = w(substr_count($s4, 'a'));
	} else {
		$a2 = lim([($i0 + $i3), 71, $i3]);
	}
	$i5 = w((fn_1($i4, (64 ^ count($a1))) >> 1));
	$s1 .= cut('Zed'); $s1 = cut($s1);
}
if (($i3 == (6 + 0b1011))) {
	for ($L20 = 0; $L20 < 5; $L20++) {
		if (++$steps > 4000) break;
		foreach ((($s2 < $s1) ? array_map('ord', str_split(cut($s0 . '.'))) : $a2) as $L21 => $e21) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e21 - $L21);
			$m1['12'] ??= $f1;
		}
		$i0 = w($i0 + $L20);
	}
	$L22 = 2;
	while ($L22-- > 0) {
		if (++$steps > 4000) break;
		$a1[] = 999983; $a1 = lim($a1);
		for ($L23 = 0; $L23 < 3; $L23++) {
			if (++$steps > 4000) break;
			$i2++;
			$i3 = w($i0);
			$i4 = w(fn_0(($a0[1] ?? 81), w((($a3[2] ?? 2) + 2) * count($a0))));
			$i1 = w($i1 + $L23);
		}
	}
	foreach (array_values(array_diff($a1, $a2)) as $L24 => $e24) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e24 - $L24);
		if (($i4 > $i5)) {
			$i0 |= 39;
		} else {
			$a3 = $a3; if (isset($a3[1])) $a3[1] = w(((- $i4) ?: w($i3 << 1)));
			[$i0, $s0] = [w(-17), cut('x')];
		}
	}
} else {
	$s0 = cut(strtoupper($s0));
}
$i1 = w((7 ?: (max($i2, $i5) & match ($i2 % 4) { 0 => strlen($s0), 1, 2 => $i2, default => $i1 })));
state('b3', $i1, $i3, $s3, $f1, $a0, $m2);
// block 4
$a0 = lim($a3);
$s4 .= cut(cut($s0 . (($m1['zebra'] ?? 'none') . ''))); $s4 = cut($s4);
state('b4', $i0, $i3, $s3, $f1, $a2, $m0);
// block 5
foreach (array_fill(0, 1, (017 + $i4 * $i2 % 100 - $i2) % 10007) as $L26 => $e26) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e26 - $L26);
	$i1 = w(12);
	[$i1, $s4] = [w($i0), cut($s4)];
}
$m2['bacab'] = $s3;
foreach ($m2 as $L27 => $val) {
	$s0 = cut($s0 . $L27 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L27)));
}
state('b5', $i2, $i5, $s3, $f2, $a0, $m2);
// block 6
foreach (array_values(array_diff((($i4 < 5) ? $a1 : []), [$i1, 2147483647, $i1])) as $L28 => $e28) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e28 - $L28);
	$a0 = $a2; if (isset($a0[1])) $a0[1] = w((($f1 <=> $f2) + $i3));
	$a0 = lim($a0);
}
$i5++;
$s1 .= cut("Zed{$i1}-$s0"); $s1 = cut($s1);
array_splice($a1, 1, 1);
state('b6', $i5, $i4, $s2, $f1, $a2, $m1);
// block 7
if (in_array(count($a3), $a2)) {
	if (str_starts_with($s3, 'z')) {
		$m2['10'] = $s3;
		$i1++;
	}
	foreach ($a3 as $L31 => $e31) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e31 - $L31);
		$a0[] = ((int) round(fmod(-3.75, 500)) & $i3); $a0 = lim($a0);
	}
} else {
	[$i1, $s4] = [w($i2), cut($s1)];
}
for ($L32 = 0; $L32 < 5; $L32++) {
	if (++$steps > 4000) break;
	$L33 = 3;
	while ($L33-- > 0) {
		if (++$steps > 4000) break;
		$L34 = 3;
		while ($L34-- > 0) {
			if (++$steps > 4000) break;
			usort($a0, fn($p, $q) => $q % 10 <=> $p % 10);
		}
		for ($L35 = 0; $L35 < 5; $L35++) {
			if (++$steps > 4000) break;
			$f0 = fmod($f1, 1e7);
			$i1 = w($i1 + $L35);
		}
		$m2['cab'] = '16';
	}
	unset($m0['ab']);
	if (($i3 > $i1)) break;
	$i0 = w($i0 + $L32);
}
if (($i2 > $i4)) {
	if (($s3 === 'World')) {
		foreach ($a3 as $L38 => $e38) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e38 - $L38);
			$i5 = w(((~match ($i1 % 4) { 0 => strlen($s2), 1, 2 => -17, default => $i5 }) & 62));
			$a3 = $a3; if (isset($a3[1])) $a3[1] = w($i5);
		}
	} elseif (false) {
		$i2 ^= 28;
		$f0 = fmod($f2, 1e7);
	} else {
		$m2['010'] ??= 'hello';
	}
	usort($a1, fn($p, $q) => $q % 10 <=> $p % 10);
	if (false) {
		switch (count($a3) % 4) {
		case 0:
			$i3 += 25;
			break;
		case 1:
			$s1 = cut('abc');
			break;
		case 2:
			unset($m0['010']);
			break;
		default:
			usort($a1, fn($p, $q) => $q % 10 <=> $p % 10);
			break;
		}
		if (($f0 == $f1)) {
			array_pop($a0);
		}
	}
} else {
	for ($L42 = 0; $L42 < 2; $L42++) {
		if (++$steps > 4000) break;
		[$i4, $s4] = [w(0b1011), cut('caba')];
		$i0 = w($i0 + $L42);
	}
}
state('b7', $i4, $i1, $s2, $f2, $a0, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
