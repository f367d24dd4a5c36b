<?php
// phpfuzz-lite seed 53
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
	$s1 = cut('abc');
	foreach ($a1 as $L1 => $e1) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e1 - $L1);
		$s1 = cut(cut(str_repeat((string) (int) array_search(-2, $a1), 0)));
	}
	[$i0, $s1] = [w((- 85)), cut((($i1 < 42) ? '17' : '3.5'))];
	$a1 = $a1; if (isset($a1[1])) $a1[1] = w($i0);
	return w((11 ^ $i0));
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	$i0 = w($i0);
	if (isset($m0['1e1'])) {
		[$i0, $s0] = [w($i1), cut(sprintf('%.2f|%8.3f|%e', fmod($f1, 10000), fmod($f1, 10000), fmod($f0, 10000)))];
	} elseif (is_numeric($s0)) {
		$i0--;
	} else {
		$m1['Zed'] = (($s1)[1] ?? '_');
		$s0 = cut($s1);
	}
	$i1--;
	return w((($i0 % 64) - w(array_sum($a1))));
}
$i0 = 141; $i1 = 48; $i2 = -15; $i3 = 109; $i4 = 137; $i5 = 37; $f0 = -1.125; $f1 = 0.5; $f2 = 33.0; $s0 = 'x'; $s1 = 'caba'; $s2 = '010'; $s3 = 'caba'; $s4 = '12'; $a0 = [41, 24, 37, 3, -1]; $a1 = [6, 1, 38]; $a2 = [38, 12, 11, 21, 15]; $a3 = [-9]; $m0 = ['Zed' => 7]; $m1 = ['0' => 22, '12' => 29, 'Zed' => 0]; $m2 = [];
// block 0
$i1 |= 33;
foreach ([($i0 + 2 * $i0 % 100 - $i3) % 10007] as $L3 => $e3) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e3 - $L3);
	$i0 += 27;
	$i0 = w(((int) fmod(1e-3, 10000) + ((($i0 < 35) ? (($m1['ab'] ?? 'none') . '') : $s1) <=> (($m1['caba'] ?? 'none') . ''))));
}
if ((($i3 - 7) == ($i4 + 2))) {
	$i2 = w($i1);
	$i5 = w((((int) ($m2['World'] ?? 64) % 5) & $i2));
} elseif ((-2 <= 32)) {
	if ((sprintf('%.2f|%8.3f|%e', fmod($f1, 10000), fmod($f0, 10000), round(fmod(0.1, 500))) == '53')) {
		$s0 = cut('66');
		$i3 ^= 15;
		$s1 .= cut(cut(str_repeat($s1, 1))); $s1 = cut($s1);
	} elseif (in_array(($a2[4] ?? 3), $a1)) {
		$m1['a-b'] = null;
	}
	for ($L6 = 0; $L6 < 2; $L6++) {
		if (++$steps > 4000) break;
		$a1[] = $i1; $a1 = lim($a1);
		if (($i1 < 29)) {
			$a3 = $a1; if (isset($a3[1])) $a3[1] = w(999983);
		} else {
			$a2[] = 91; $a2 = lim($a2);
		}
		if (ctype_free('0')) continue;
		$i1 = w($i1 + $L6);
	}
}
foreach ($a2 as $L8 => $e8) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e8 - $L8);
	unset($m2['zebra']);
	$i2 = w(ord(cut(sprintf('%05d/%x/%s', $i0, abs($i4), cut('a-b')) . bin2hex(substr('7', 0, 5)))));
}
state('b0', $i1, $i1, $s1, $f2, $a0, $m2);
// block 1
unset($m0['010']);
$L9 = 4;
while ($L9-- > 0) {
	if (++$steps > 4000) break;
	usort($a3, fn($p, $q) => $q % 10 <=> $p % 10);
}
$i0 ^= 42;
$L10 = 0;
do {
	[$i0, $s1] = [w(count($a3)), cut($s4)];
	$m1['12'] ??= $f1;
} while (++$L10 < 2 && ++$steps < 4000);
[$i4, $s4] = [w((58 <=> 3)), cut('80')];
state('b1', $i0, $i3, $s2, $f1, $a1, $m1);
// block 2
[$i5, $s0] = [w(72), cut(ucfirst(strtolower($s3)))];
$i1 = w((5 + $i4));
[$i2, $s1] = [w(strlen($s4)), cut(cut('1e1' . $s2))];
foreach ($a1 as &$ref) { $ref = w($ref * 3 + 1); } unset($ref);
state('b2', $i2, $i1, $s1, $f0, $a0, $m0);
// block 3
if (($f1 >= (float) $i1)) {
	$m1['010'] = (- 100.0);
	foreach (lim([...$a3, (($i5 < 52) ? $i1 : $i2), ...$a0]) as $L13 => $e13) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e13 - $L13);
		$f1 = fmod($f2, 1e7);
	}
	unset($m0['x']);
} elseif (empty($a2)) {
	$a2 = lim([intdiv((($i4 > $i2) ? $i4 : $i0), 101)]);
	$m2['bacab'] ??= 7;
} else {
	switch (($i5 + count($a0)) % 4) {
	case 0:
		$s3 = cut($s1);
		break;
	case 1:
		$a3 = lim([($i5 - (int) fmod($f2, 10000)), w(4 * 21), (min($i3, 0x7f, 2) | (strlen($s1) - count($a2)))]);
		break;
	case 2:
		$a3[] = (- (true ? $i5 : strlen($s1))); $a3 = lim($a3);
		break;
	default:
		$i2 = w($i0);
		break;
	}
	array_splice($a1, 1, 1);
}
array_shift($a3);
state('b3', $i4, $i0, $s2, $f1, $a3, $m2);
// block 4
foreach (array_reverse(array_values(array_flip(array_flip($a3)))) as $L15 => $e15) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e15 - $L15);
	for ($L16 = 0; $L16 < 4; $L16++) {
		if (++$steps > 4000) break;
		unset($m1['12']);
		$s2 = cut('37');
		switch (($i1 - $i0) % 4) {
		case 0:
			$i2 ^= 21;
		case 1:
			$a3 = lim(array_values(array_diff(array_fill(0, 2, 31), [$i5, $i4, 40])));
			break;
		case 2:
			$s0 = cut($s4);
		default:
			$i4 = w(53);
		}
		if (($i0 < 33)) continue;
		$i1 = w($i1 + $L16);
	}
}
array_pop($a0);
state('b4', $i3, $i2, $s1, $f0, $a2, $m2);
// block 5
$i0--;
if ((1e-3 >= ($f2 * 7.0))) {
	$m0['hello'] ??= strlen($s3);
	if (($f2 >= $f1)) {
		for ($L20 = 0; $L20 < 3; $L20++) {
			if (++$steps > 4000) break;
			$a3 = lim(array_values(array_flip(array_flip($a1))));
			$s4 = cut($s0);
			$i1 = w((1_000 + $i5));
			$i0 = w($i0 + $L20);
		}
	} elseif (($i2 < 1)) {
		if (str_starts_with(number_format(fmod(0.5, 10000), 2), 'a')) {
			$a3 = $a1; if (isset($a3[1])) $a3[1] = w(max(strlen($s2), ord($s1)));
		}
	}
} elseif (($s1 === 'abc')) {
	if ((count($a2) == ($i5 ?: 7))) {
		switch ($i1 % 4) {
		case 0:
			$s4 = cut(dechex(abs($i0)));
			break;
		case 1:
			[$i2, $s4] = [w(($i2 + $i3)), cut('41')];
			break;
		case 2:
			$i4 = w(intdiv($i4, 9));
			break;
		default:
			$a1 = $a1; if (isset($a1[1])) $a1[1] = w((strlen($s0) <=> (count($a3) % 64)));
			break;
		}
	} elseif (($s3 < null)) {
		for ($L24 = 0; $L24 < 5; $L24++) {
			if (++$steps > 4000) break;
			$a0 = $a2; if (isset($a0[1])) $a0[1] = w(min($i1, w($i0 << 2), $i1));
			$i4 -= 39;
			usort($a1, fn($p, $q) => $q % 10 <=> $p % 10);
			$i1 = w($i1 + $L24);
		}
		$s4 .= cut(number_format(fmod(1.25, 10000), 2)); $s4 = cut($s4);
	}
	$i5 = w($i3);
} else {
	array_splice($a0, 1, 1);
}
foreach ($a0 as $L25 => $e25) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e25 - $L25);
	$i3 -= 29;
	$a3 = lim(array_reverse(sorted(lim(array_merge($a0, $a1)))));
}
for ($L26 = 0; $L26 < 2; $L26++) {
	if (++$steps > 4000) break;
	foreach ($m0 as $L27 => $val) {
		$s0 = cut($s0 . $L27 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L27)));
	}
	foreach ($a2 as &$ref) { $ref = w($ref * 4 + 1); } unset($ref);
	$i1 = w($i1 + $L26);
}
$m2['Key'] = null;
state('b5', $i1, $i2, $s3, $f0, $a3, $m2);
// block 6
unset($m0['a-b']);
if (true) {
	$L30 = 5;
	while ($L30-- > 0) {
		if (++$steps > 4000) break;
		$i2 = w($i4);
		$s1 .= cut('75'); $s1 = cut($s1);
		if (($i4 > $i5)) {
			$i4 = w(5);
			unset($m0['hello']);
			usort($a2, fn($p, $q) => $q % 10 <=> $p % 10);
		} elseif (in_array('bacab', $m1)) {
			$s3 = cut(ucfirst(strtolower("0{$i3}-$s3")));
		}
	}
	for ($L32 = 0; $L32 < 2; $L32++) {
		if (++$steps > 4000) break;
		unset($m2['a-b']);
		if (array_is_list($m2)) break;
		$i0 = w($i0 + $L32);
	}
} elseif (($s0 == (($m0['bacab'] ?? 'none') . ''))) {
	$L33 = 0;
	do {
		if (empty($a0)) {
			$s2 .= cut('5'); $s2 = cut($s2);
			$f1 = fmod((true ? (- (($i4 > $i3) ? 0.1 : 0.1)) : ($f2 - $f2)), 1e7);
			$i1 = w((int) fmod(0.1, 10000));
		} else {
			$a3[] = $i0; $a3 = lim($a3);
			$i4 = w(63);
		}
		$a2 = $a2; if (isset($a2[1])) $a2[1] = w(999983);
	} while (++$L33 < 3 && ++$steps < 4000);
	$s3 = cut($s2);
} else {
	$s2 .= cut($s0); $s2 = cut($s2);
}
foreach (array_map('intval', array_keys($m1)) as $L35 => $e35) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e35 - $L35);
	$m1['bacab'] ??= count($a2);
	foreach (array_map('ord', str_split(cut($s2 . '.'))) as $L36 => $e36) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e36 - $L36);
		unset($m2['foo_bar']);
	}
}
for ($L37 = 0; $L37 < 3; $L37++) {
	if (++$steps > 4000) break;
	$s1 .= cut(gettype(56)); $s1 = cut($s1);
	for ($L38 = 0; $L38 < 2; $L38++) {
		if (++$steps > 4000) break;
		foreach ($a1 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
		$i1 = w($i1 + $L38);
	}
	$i1 = w($i1 + $L37);
}
state('b6', $i1, $i4, $s3, $f0, $a3, $m0);
// block 7
$i1++;
$m2['3.5'] ??= $i4;
[$i5, $s0] = [w($i3), cut(ucwords('57'))];
state('b7', $i5, $i5, $s2, $f2, $a1, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
