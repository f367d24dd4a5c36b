<?php
// phpfuzz-lite seed 49
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
	$L1 = 3;
	while ($L1-- > 0) {
		if (++$steps > 4000) break;
		[$i0, $s0] = [w(match (-8 % 4) { 0 => $i0, 1, 2 => (int) ($m0['10'] ?? 64), default => $i0 }), cut((string) $f0)];
		$a1 = lim(array_slice(array_map('intval', array_keys($m0)), 3, 2));
	}
	unset($m1['010']);
	$s0 = cut('1e1');
	$s0 = cut(cut('y1' . $s1));
	$s0 = cut(bin2hex(substr(cut("abc{$i0}-$s1" . (($m0['qq'] ?? 'none') . '')), 0, 5)));
	return w(77);
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	$a0 = lim([]);
	if (($i0 < 45)) {
		$i1++;
		$i0 = w(w(89 * (strpos('10', '1') === false ? 53 : 7)));
	} else {
		$s0 .= cut(chr(97 + abs($i0) % 26)); $s0 = cut($s0);
	}
	$a1[] = ((null == $i1) ? $i0 : 42); $a1 = lim($a1);
	$a0 = lim([$i1, 6, (abs($i1) + 7)]);
	$i1++;
	return w(($i0 - 1));
}
$i0 = 8; $i1 = -12; $i2 = 33; $i3 = 37; $i4 = 59; $i5 = -4; $f0 = 33.0; $f1 = 0.5; $f2 = -1.125; $s0 = '1e1'; $s1 = 'y1'; $s2 = '010'; $s3 = 'Zed'; $s4 = 'abc'; $a0 = [24, 23]; $a1 = []; $a2 = [28, 20, 8, 13, 6]; $a3 = [8]; $m0 = ['a-b' => 17]; $m1 = ['ab' => 36]; $m2 = ['qq' => 13, '1e1' => 14];
// block 0
if (ctype_free($s2)) {
	$i3 = w((w(($i5 | 3) * ($a3[0] ?? 4)) & ((($i3 > $i4) == $f0) ? (($i5 < 6) ? $i0 : 5) : (($i0 < 1) ? 40 : $i3))));
	$a0[] = (- match ($i5 % 4) { 0 => 92, 1, 2 => $i2, default => $i3 }); $a0 = lim($a0);
} else {
	array_pop($a0);
}
$s4 = cut($s0);
$i5 = w(0x7f);
state('b0', $i4, $i5, $s4, $f1, $a1, $m0);
// block 1
if ((trim($s1) < dechex(abs(26)))) {
	$f2 = fmod((($i0 / 8) - $f1), 1e7);
	if ((($i1 > $i3) || is_numeric('4'))) {
		$a2[] = -13; $a2 = lim($a2);
		$i2 = w($i4);
		$i2 = w(w((((int) cut($s0 . 'abc') % 997) % 12) ** 1));
	} elseif (($i2 < 76)) {
		$s0 = cut(sprintf('%05d/%x/%s', w(crc32($s0)), abs((int) fmod($f1, 10000)), cut('x')));
	}
} elseif ((-3.75 == $f1)) {
	unset($m2['qq']);
	if (!($i1 < 2)) {
		if (empty($a2)) {
			$i5 = w(min(5, $i4, (w(array_sum($a0)) & 1_000)));
			$f0 = fmod(2e3, 1e7);
		}
	} elseif ((isset($m0['a-b']) || true)) {
		$a2 = lim(array_values(array_unique($a2)));
		[$i5, $s2] = [w($i2), cut($s4)];
	}
} else {
	$m1['bacab'] ??= 100.0;
}
$i5 = w(((int) ($m2['0'] ?? 47) ^ $i1));
for ($L8 = 0; $L8 < 2; $L8++) {
	if (++$steps > 4000) break;
	$a1[] = (w($i4 << 3) >> 2); $a1 = lim($a1);
	$i1 = w($i1 + $L8);
}
state('b1', $i5, $i5, $s3, $f2, $a0, $m2);
// block 2
if (($i0 > $i3)) {
	unset($m0['zebra']);
	$a1[] = $i3; $a1 = lim($a1);
} elseif (is_numeric($s1)) {
	$s2 = cut($s2);
	$i5 = w($i3);
}
unset($m0['World']);
for ($L10 = 0; $L10 < 5; $L10++) {
	if (++$steps > 4000) break;
	if (array_is_list($m0)) {
		if (($i4 < 7)) {
			$s0 = cut(gettype((($i1 > $i4) && isset($m0['12']))));
			$m2['10'] = round(1e-3, 2);
			$i5 |= 39;
		} elseif (('49' < $s4)) {
			$m2['foo_bar'] = ($f0 >= 7.0);
			$a1[] = $i0; $a1 = lim($a1);
		} else {
			[$i2, $s3] = [w($i4), cut($s2)];
		}
		if ((w($i2 * ($a1[4] ?? 2)) == ($a1[0] ?? 90))) {
			$m0['010'] ??= count($a1);
			$s1 = cut(strtr((string) 2e3, 'abc', 'xyz'));
			$i5 = w((count($a2) - 4));
		}
		sort($a1);
	} else {
		for ($L14 = 0; $L14 < 2; $L14++) {
			if (++$steps > 4000) break;
			$i1 = w($i0);
			$i0 = w($i0 + $L14);
		}
	}
	$i1 = w($i1 + $L10);
}
for ($L15 = 0; $L15 < 3; $L15++) {
	if (++$steps > 4000) break;
	[$i5, $s2] = [w($i3), cut($s4)];
	$i0 = w(((($i5 + strlen($s4)) & $i4) + (substr_count('88', 'a') | 45)));
	$i5++;
	$i1 = w($i1 + $L15);
}
$i2 ^= 25;
state('b2', $i5, $i3, $s1, $f0, $a3, $m2);
// block 3
$i1 = w(((0x7f & levenshtein((($m1['Key'] ?? 'none') . ''), 'abcab')) + $i3));
$L16 = 5;
while ($L16-- > 0) {
	if (++$steps > 4000) break;
	[$i5, $s0] = [w($i3), cut($s4)];
}
switch ((61 + 15) % 4) {
case 0:
	$f2 = fmod(((((float) $i5 + $f1) / 4) / 4), 1e7);
	break;
case 1:
	$a3 = lim(array_map('intval', array_keys($m1)));
	break;
case 2:
	[$i2, $s4] = [w((int) ($i4 < 63)), cut(cut(implode('-', $a3)))];
	break;
default:
	$s3 = cut('World');
}
foreach ($m0 as $L18 => $val) {
	$s0 = cut($s0 . $L18 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L18)));
}
if (isset($m1['World'])) {
	foreach ($a1 as $L20 => $e20) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e20 - $L20);
		switch ($i5 % 4) {
		case 0:
			$m1['ab'] = dechex(abs(-16));
			break;
		case 1:
			$a3 = $a1; if (isset($a3[1])) $a3[1] = w((int) fmod($f1, 10000));
			break;
		case 2:
			$m2['010'] = ($i1 < 24);
			break;
		default:
			array_pop($a1);
		}
		usort($a1, fn($p, $q) => $q % 10 <=> $p % 10);
	}
	$L22 = 4;
	while ($L22-- > 0) {
		if (++$steps > 4000) break;
		$m2['World'] = cut(implode('1', $a3));
	}
	rsort($a1);
} elseif ((bool) $i2) {
	$i3 += 16;
	unset($m1['12']);
}
state('b3', $i2, $i3, $s4, $f0, $a3, $m2);
// block 4
if (($i2 < 40)) {
	$L24 = 4;
	while ($L24-- > 0) {
		if (++$steps > 4000) break;
		$i4++;
		for ($L25 = 0; $L25 < 2; $L25++) {
			if (++$steps > 4000) break;
			$a1[] = ($i1 | min(2147483647, count($a1), $i5)); $a1 = lim($a1);
			$i1 |= 36;
			$i1 = w($i1 + $L25);
		}
		$m2['Key'] ??= count($a1);
	}
	array_shift($a1);
} elseif ((($i5 > $i2) || ($i3 < 48))) {
	$m1['a-b'] ??= $f2;
	foreach ($m0 as $L26 => $val) {
		$s0 = cut($s0 . $L26 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L26)));
	}
}
unset($m1['12']);
$a3 = lim([$i4, $i5, intdiv($i4, 10)]);
foreach ($m0 as $L27 => $val) {
	$s0 = cut($s0 . $L27 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L27)));
}
state('b4', $i1, $i4, $s2, $f1, $a2, $m1);
// block 5
if (is_numeric(str_pad($s0, 8, 'c', STR_PAD_LEFT))) {
	foreach (sorted(array_values(array_unique($a0))) as $L29 => $e29) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e29 - $L29);
		if (((3 == $i3) && ($s0 === 'foo_bar'))) {
			$s3 = cut('12');
			array_pop($a3);
		} elseif (('foo_bar' < (($m2['a-b'] ?? 'none') . ''))) {
			$a0[] = 2147483647; $a0 = lim($a0);
			unset($m2['abc']);
		}
	}
	foreach ($a2 as $L31 => $e31) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e31 - $L31);
		[$i0, $s4] = [w(($i5 & $i5)), cut(cut('1e1' . '0'))];
	}
} elseif (($i2 < 79)) {
	[$i0, $s3] = [w($i2), cut(cut(str_repeat('0', 2)))];
	foreach ($m0 as $L32 => $val) {
		$s0 = cut($s0 . $L32 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L32)));
	}
}
[$i2, $s4] = [w($i3), cut($s3)];
state('b5', $i3, $i3, $s4, $f0, $a1, $m0);
// block 6
$L33 = 0;
do {
	$i2--;
	$L34 = 0;
	do {
		if (($s1 === 'ab')) {
			$s1 = cut(dechex(abs(($a2[3] ?? 4))));
			unset($m2['x']);
		} elseif (true) {
			$i0++;
		}
		$a1 = lim(array_values(array_unique(array_slice(lim([...[($a1[3] ?? 0), $i2, $i0], (int) ($m0['Key'] ?? 19), ...$a1]), 1, 1))));
	} while (++$L34 < 1 && ++$steps < 4000);
} while (++$L33 < 3 && ++$steps < 4000);
unset($m2['Key']);
$a0 = $a1; if (isset($a0[1])) $a0[1] = w(17);
state('b6', $i1, $i0, $s1, $f0, $a1, $m2);
// block 7
foreach (array_values(array_filter([], fn($x) => $x % 3 != 3)) as $L36 => $e36) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e36 - $L36);
	$a3 = $a2; if (isset($a3[1])) $a3[1] = w($i4);
	if (($i4 < 71)) {
		$i4 -= 9;
		foreach (lim(array_merge($a3, [])) as $L38 => $e38) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e38 - $L38);
			$i2 -= 3;
		}
		for ($L39 = 0; $L39 < 3; $L39++) {
			if (++$steps > 4000) break;
			$a0 = $a1; if (isset($a0[1])) $a0[1] = w((~$i3));
			$i4 += 44;
			$i1 = w($i1 + $L39);
		}
	} elseif ((94 !== $i5)) {
		if (($i2 < 0)) {
			$i2 = w(($i2 <=> $i5));
			$a2 = $a1; if (isset($a2[1])) $a2[1] = w($i1);
			unset($m0['y1']);
		}
		$i4 -= 16;
	}
}
$L41 = 0;
do {
	$L42 = 2;
	while ($L42-- > 0) {
		if (++$steps > 4000) break;
		[$i3, $s3] = [w(81), cut(sprintf('%05d/%x/%s', $i4, abs($i2), cut('cab')))];
		unset($m2['a-b']);
	}
} while (++$L41 < 3 && ++$steps < 4000);
foreach ($a0 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
for ($L44 = 0; $L44 < 5; $L44++) {
	if (++$steps > 4000) break;
	for ($L45 = 0; $L45 < 1; $L45++) {
		if (++$steps > 4000) break;
		[$i2, $s4] = [w($i5), cut("caba{$i2}-$s0")];
		$i1 = w($i1 + $L45);
	}
	if (((string) 1e-3 == '59')) {
		$a1 = lim(array_pad([], 4, substr_count(trim('16'), 'a')));
	} elseif (('caba' == 'ab')) {
		$s4 .= cut(str_replace('1', '0', substr($s0, 0, 9))); $s4 = cut($s4);
		$m0['abc'] ??= strlen($s1);
	}
	$a3 = $a3; if (isset($a3[1])) $a3[1] = w((- ($i4 % 9)));
	$i0 = w($i0 + $L44);
}
$i5 -= 42;
state('b7', $i5, $i3, $s1, $f0, $a1, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
