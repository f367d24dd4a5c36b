<?php
// phpfuzz-lite seed 25
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = 87; $i1 = 115; $i2 = -26; $i3 = 135; $i4 = 141; $i5 = 41; $f0 = 33.0; $f1 = 0.5; $f2 = 0.5; $s0 = 'x'; $s1 = 'y1'; $s2 = 'cab'; $s3 = 'abc'; $s4 = 'abc'; $a0 = [-2, 42]; $a1 = []; $a2 = [23, 3, 19]; $a3 = [23]; $m0 = ['010' => 0, 'zebra' => 25]; $m1 = []; $m2 = ['10' => 29, '1e1' => 16, 'foo_bar' => 8];
// block 0
for ($L1 = 0; $L1 < 1; $L1++) {
	if (++$steps > 4000) break;
	$i3 -= 20;
	if (in_array($i3, [53, $i1, $i3])) continue;
	$i0 = w($i0 + $L1);
}
foreach ($a0 as $L2 => $e2) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e2 - $L2);
	$L3 = 4;
	while ($L3-- > 0) {
		if (++$steps > 4000) break;
		$a3 = $a3; if (isset($a3[1])) $a3[1] = w(w($i4 * count($a1)));
		for ($L4 = 0; $L4 < 4; $L4++) {
			if (++$steps > 4000) break;
			$i5 = w($i4);
			$i1 = w($i1 + $L4);
		}
		foreach ($a1 as $L5 => $e5) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e5 - $L5);
			$a0 = lim([w(($i0 + $i3) * strcmp('29', $s1)), $i5, ((72 - (int) ($m2['10'] ?? 59)) - w($i1 * strlen($s4)))]);
			$i3 = w((array_is_list($m0) ? w(crc32((string) count($a2))) : ($i5 - ($i3 + 999983))));
		}
	}
	array_shift($a3);
}
$i1 |= 26;
foreach ($m1 as $L6 => $val) {
	$s0 = cut($s0 . $L6 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L6)));
}
$L7 = 0;
do {
	switch (($a2[4] ?? 29) % 4) {
	case 0:
		$s1 = cut("a-b{$i2}-$s2");
		break;
	case 1:
		$a1[] = ((3 >> 4) & $i0); $a1 = lim($a1);
		break;
	case 2:
		$a2 = lim(sorted($a2));
		break;
	default:
		$f2 = fmod(((-3.75 - fmod($f1, 7.5)) + (sqrt(abs($f1)) - -3.75)), 1e7);
	}
} while (++$L7 < 3 && ++$steps < 4000);
state('b0', $i4, $i5, $s1, $f2, $a0, $m1);
// block 1
for ($L9 = 0; $L9 < 1; $L9++) {
	if (++$steps > 4000) break;
	$i5 = w((int) (100.0 >= round($f1, 4)));
	$i1 = w($i1 + $L9);
}
if (in_array($i4, $a1)) {
	[$i5, $s3] = [w(count($a0)), cut($s0)];
	if (((int) ($m2['x'] ?? 28) <= $i5)) {
		$L12 = 0;
		do {
			$s2 .= cut(cut('1e1' . (($m1['bacab'] ?? 'none') . ''))); $s2 = cut($s2);
			$i1--;
		} while (++$L12 < 3 && ++$steps < 4000);
		array_pop($a2);
		foreach ($a1 as &$ref) { $ref = w($ref * 5 + 1); } unset($ref);
	} elseif ((count($a1) <= $i5)) {
		[$i3, $s0] = [w($i5), cut((string) 1)];
	}
} elseif ((($s3 === '1e1') || ($i1 > $i1))) {
	$a0 = lim([(($i2 % 3) >> 4)]);
	if (((int) array_search(80, $a0) !== $i1)) {
		foreach (array_fill(0, 3, (79 + strlen($s2))) as $L15 => $e15) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e15 - $L15);
			$s4 .= cut("010{$i4}-$s4"); $s4 = cut($s4);
			$a0 = lim(array_values(array_filter($a2, fn($x) => $x % 3 != 3)));
		}
	} else {
		$s3 = cut(cut(str_repeat(cut('12' . cut(str_repeat($s3, 4))), 0)));
		$s4 = cut(cut(cut(substr((($m2['bacab'] ?? 'none') . ''), 3) . 'a-b') . (($m2['a-b'] ?? 'none') . '')));
	}
} else {
	foreach ($a3 as $L16 => $e16) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e16 - $L16);
		$i1++;
	}
}
state('b1', $i4, $i3, $s3, $f2, $a2, $m0);
// block 2
$s4 = cut(strrev(cut(implode('x', range(0, 12)))));
$s1 .= cut('0'); $s1 = cut($s1);
state('b2', $i4, $i2, $s1, $f0, $a2, $m2);
// block 3
if (!(true && ($i4 < 7))) {
	switch ($i4 % 4) {
	case 0:
		$s3 = cut('52');
		break;
	case 1:
		$f0 = fmod((((float) 61 - floor(2e3)) - fmod((float) $i5, 7.5)), 1e7);
	case 2:
		$m0['12'] = $s0;
		break;
	default:
		[$i2, $s0] = [w(max($i4, 66)), cut(substr($s0, 3, 3))];
		break;
	}
	$s4 .= cut("hello{$i0}-$s1"); $s4 = cut($s4);
	$i2 = w(count($a3));
} elseif (in_array('010', $m1)) {
	$m1['World'] ??= $f0;
	switch (($i4 & $i3) % 4) {
	case 0:
		unset($m2['Key']);
	case 1:
		$s4 .= cut((($m0['x'] ?? 'none') . '')); $s4 = cut($s4);
		break;
	case 2:
		$i2 = w($i1);
		break;
	default:
		$s3 = cut($s2);
		break;
	}
}
$L20 = 4;
while ($L20-- > 0) {
	if (++$steps > 4000) break;
	$i4 = w(91);
	for ($L21 = 0; $L21 < 5; $L21++) {
		if (++$steps > 4000) break;
		$a2[] = 6; $a2 = lim($a2);
		$i0 |= 12;
		if (($i4 < 9)) {
			[$i5, $s0] = [w($i5), cut('0')];
			unset($m0['caba']);
			$i5 += 27;
		} elseif (($i0 < 45)) {
			unset($m0['y1']);
			$i0--;
		}
		$i0 = w($i0 + $L21);
	}
}
foreach (lim([...array_values(array_filter($a0, fn($x) => $x % 3 != 1)), 5, ...array_slice([98], 4, 4)]) as $L23 => $e23) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e23 - $L23);
	$a3 = $a0; if (isset($a3[1])) $a3[1] = w((((int) $s4 % 997) & intdiv($i0, 5)));
	$i1 = w($i1);
}
if (empty($a3)) {
	foreach ($m1 as $L25 => $val) {
		$s0 = cut($s0 . $L25 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L25)));
	}
	$i4++;
	$s2 .= cut((($m1['a-b'] ?? 'none') . '')); $s2 = cut($s2);
} elseif (($s2 === '12')) {
	$i2++;
	usort($a2, fn($p, $q) => $q % 10 <=> $p % 10);
} else {
	$L26 = 0;
	do {
		$i0 |= 46;
	} while (++$L26 < 3 && ++$steps < 4000);
	array_pop($a1);
}
state('b3', $i5, $i5, $s0, $f2, $a2, $m2);
// block 4
$i0 = w(($i1 ^ 5));
[$i2, $s3] = [w(w(crc32($s3))), cut('caba')];
foreach ($m0 as $L27 => $val) {
	$s0 = cut($s0 . $L27 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L27)));
}
[$i1, $s3] = [w($i2), cut(substr('49', 1))];
$a2[] = w(intdiv($i1, 7) * 0x7f); $a2 = lim($a2);
state('b4', $i5, $i4, $s3, $f0, $a1, $m1);
// block 5
$s4 = cut((($i0 > $i2) ? (string) $f2 : $s0));
$s2 = cut(ucfirst(strtolower(cut($s2 . (($m2['caba'] ?? 'none') . '')))));
foreach ($a1 as &$ref) { $ref = w($ref * 5 + 1); } unset($ref);
state('b5', $i2, $i3, $s3, $f2, $a0, $m0);
// block 6
$m2['Zed'] = $i0;
foreach (array_map(fn($x) => w($x * 7 + (strlen($s0) - 35)), $a1) as $L29 => $e29) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e29 - $L29);
	$m0['x'] = (-3.75 * 0.1);
}
for ($L30 = 0; $L30 < 3; $L30++) {
	if (++$steps > 4000) break;
	foreach ($a1 as $L31 => $e31) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e31 - $L31);
		$a0 = lim(array_map('ord', str_split(cut((($m2['caba'] ?? 'none') . '') . '.'))));
		for ($L32 = 0; $L32 < 4; $L32++) {
			if (++$steps > 4000) break;
			$a2 = $a0; if (isset($a2[1])) $a2[1] = w(0);
			if (($i5 > $i0)) break;
			$i1 = w($i1 + $L32);
		}
	}
	if ((false || ('3' == $s4))) {
		$s0 .= cut(decbin(abs(69) % 512)); $s0 = cut($s0);
	} else {
		$a0 = $a3; if (isset($a0[1])) $a0[1] = w(2);
	}
	if (('3.5' == 'zebra')) continue;
	$i0 = w($i0 + $L30);
}
$s2 .= cut(wordwrap($s4, 4, '/', true)); $s2 = cut($s2);
state('b6', $i5, $i3, $s0, $f2, $a2, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
