<?php
// phpfuzz-lite seed 45
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
	$i0 = w(array_reduce(array_fill(0, 1, (int) ($m1['bacab'] ?? 3)), fn($c, $x) => w($c * 2 + $x), 63));
	$i0 = w(($i0 % 5));
	$m0['010'] = round($f0, 2);
	if (($i0 > $i1)) {
		$s1 = cut('abc');
	}
	$s0 .= cut(md5((($m1['zebra'] ?? 'none') . ''))); $s0 = cut($s0);
	return w((~(($a0[0] ?? -18) & $i0)));
}
$i0 = 112; $i1 = 132; $i2 = 94; $i3 = 1; $i4 = 33; $i5 = -49; $f0 = 2.75; $f1 = 33.0; $f2 = 33.0; $s0 = '3.5'; $s1 = 'qq'; $s2 = 'Zed'; $s3 = 'qq'; $s4 = 'foo_bar'; $a0 = [41, 38, 16]; $a1 = []; $a2 = [9, -9, -5]; $a3 = [45]; $m0 = ['abc' => 7, 'a-b' => 30]; $m1 = ['Zed' => 22, '12' => 0]; $m2 = [];
// block 0
usort($a2, fn($p, $q) => $q % 10 <=> $p % 10);
$i5 = w(0);
foreach ($a2 as &$ref) { $ref = w($ref * 6 + 1); } unset($ref);
foreach ($a1 as &$ref) { $ref = w($ref * 5 + 1); } unset($ref);
$a2[] = 2147483647; $a2 = lim($a2);
state('b0', $i1, $i3, $s2, $f2, $a0, $m0);
// block 1
foreach ($m0 as $L4 => $val) {
	$s0 = cut($s0 . $L4 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L4)));
}
foreach ($a2 as &$ref) { $ref = w($ref * 6 + 1); } unset($ref);
if ((65535 !== (strpos($s2, '1') === false ? 68 : 7))) {
	if (isset($m0['qq'])) {
		unset($m0['caba']);
		[$i0, $s0] = [w((int) ($m2['ab'] ?? 0)), cut('20')];
	} else {
		for ($L8 = 0; $L8 < 1; $L8++) {
			if (++$steps > 4000) break;
			$i4 = w(substr_count(strrev($s4), 'a'));
			$a3[] = (int) ($m0['Zed'] ?? 31); $a3 = lim($a3);
			if (($i2 < 4)) continue;
			$i1 = w($i1 + $L8);
		}
		foreach ($a1 as $L9 => $e9) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e9 - $L9);
			$i1 = w((w((count($a3) % 12) ** 4) % 16));
		}
	}
	$i4 |= 0;
} else {
	$i5 = w($i5);
	$i3 += 24;
}
state('b1', $i4, $i0, $s1, $f2, $a3, $m0);
// block 2
for ($L10 = 0; $L10 < 3; $L10++) {
	if (++$steps > 4000) break;
	foreach ($a3 as $L11 => $e11) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e11 - $L11);
		$i2 = w(1);
		sort($a3);
	}
	foreach ($a2 as &$ref) { $ref = w($ref * 6 + 1); } unset($ref);
	$i1 = w($i1 + $L10);
}
$a0[] = (~((int) ($m2['qq'] ?? 43) & strlen($s1))); $a0 = lim($a0);
foreach ($m2 as $L13 => $val) {
	$s0 = cut($s0 . $L13 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L13)));
}
$i4 ^= 37;
state('b2', $i5, $i5, $s0, $f0, $a0, $m1);
// block 3
foreach ($a2 as &$ref) { $ref = w($ref * 6 + 1); } unset($ref);
for ($L15 = 0; $L15 < 2; $L15++) {
	if (++$steps > 4000) break;
	$s4 = cut(gettype('x'));
	$L16 = 0;
	do {
		foreach ($a3 as $L17 => $e17) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e17 - $L17);
			$s1 .= cut('010'); $s1 = cut($s1);
		}
	} while (++$L16 < 4 && ++$steps < 4000);
	$i1 = w($i1 + $L15);
}
$a1 = $a0; if (isset($a1[1])) $a1[1] = w((1.25 <=> (true ? $f2 : $f1)));
$s2 .= cut(cut($s2 . $s1)); $s2 = cut($s2);
$i0 ^= 30;
state('b3', $i3, $i3, $s0, $f2, $a0, $m2);
// block 4
$a1[] = 4; $a1 = lim($a1);
$i2 -= 3;
$f1 = fmod($f2, 1e7);
foreach ($a0 as &$ref) { $ref = w($ref * 3 + 1); } unset($ref);
for ($L19 = 0; $L19 < 3; $L19++) {
	if (++$steps > 4000) break;
	[$i1, $s4] = [w((32 - $i2)), cut('caba')];
	switch ($i2 % 4) {
	case 0:
		$f0 = fmod($f2, 1e7);
		break;
	case 1:
		$f0 = fmod((float) $i5, 1e7);
		break;
	case 2:
		$a0[] = $i3; $a0 = lim($a0);
		break;
	default:
		sort($a3);
		break;
	}
	$i1 = w($i1 + $L19);
}
state('b4', $i3, $i0, $s2, $f0, $a0, $m1);
// block 5
$i3 += 18;
for ($L21 = 0; $L21 < 4; $L21++) {
	if (++$steps > 4000) break;
	$i4 = w(-16);
	$i1 = w($i1 + $L21);
}
$i2 = w(w($i5 * 6));
if ((1.25 >= $f1)) {
	switch (0 % 4) {
	case 0:
		$f0 = fmod(($f0 * 2e3), 1e7);
		break;
	case 1:
		$i2--;
		break;
	case 2:
		unset($m1['hello']);
	default:
		$i5 += 16;
	}
	$i5 = w(w(((($s1 === 'cab') ? count($a1) : ($a1[2] ?? 6)) + $i0) * (- 73)));
} elseif (($i2 > $i5)) {
	unset($m0['3.5']);
	$i5 -= 17;
}
state('b5', $i4, $i0, $s2, $f2, $a0, $m0);
// block 6
$s3 .= cut($s3); $s3 = cut($s3);
$a3 = $a2; if (isset($a3[1])) $a3[1] = w(24);
if (($i2 < 7)) {
	$a0 = $a2; if (isset($a0[1])) $a0[1] = w((array_is_list($m2) ? abs($i5) : $i2));
	unset($m1['10']);
} else {
	$L25 = 0;
	do {
		for ($L26 = 0; $L26 < 1; $L26++) {
			if (++$steps > 4000) break;
			$i1--;
			$i0 = w($i0 + $L26);
		}
	} while (++$L25 < 5 && ++$steps < 4000);
}
for ($L27 = 0; $L27 < 5; $L27++) {
	if (++$steps > 4000) break;
	[$i3, $s3] = [w((7 % 16)), cut(sprintf('%.2f|%8.3f|%e', fmod(100.0, 10000), fmod(-3.75, 10000), round(fmod($f1, 500))))];
	$L28 = 4;
	while ($L28-- > 0) {
		if (++$steps > 4000) break;
		foreach ([94, $i3, $i3] as $L29 => $e29) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e29 - $L29);
			$s4 .= cut(wordwrap($s1, 4, '/', true)); $s4 = cut($s4);
		}
		$i5 = w(-5);
	}
	$L30 = 2;
	while ($L30-- > 0) {
		if (++$steps > 4000) break;
		$f2 = fmod($f0, 1e7);
		if (str_contains(wordwrap($s1, 4, '/', true), '1')) {
			$a2 = lim(array_slice(array_map('intval', array_keys($m2)), 3, 2));
			$s0 = cut(str_pad(substr(wordwrap('61', 4, '/', true), 3, 1), 8, 'c', STR_PAD_LEFT));
		} elseif ((100.0 == 'bacab')) {
			$s2 = cut($s2);
		} else {
			$a1 = $a2; if (isset($a1[1])) $a1[1] = w($i1);
			$i4 = w($i1);
		}
		$i2--;
	}
	$i1 = w($i1 + $L27);
}
state('b6', $i3, $i5, $s1, $f0, $a1, $m1);
// block 7
$s1 = cut((string) (100.0 - ($f1 + 2e3)));
if (((string) 0 < bin2hex(substr($s3, 0, 5)))) {
	$m1['10'] ??= (($m1['3.5'] ?? 'none') . '');
	switch (($i4 ^ 95) % 4) {
	case 0:
		[$i1, $s0] = [w(count($a3)), cut(cut($s0 . $s2))];
		break;
	case 1:
		$i5--;
		break;
	case 2:
		sort($a0);
		break;
	default:
		$i4 = w(((int) (null == (($m2['y1'] ?? 'none') . '')) + $i4));
	}
} elseif (($i0 < 9)) {
	foreach (sorted(array_reverse([$i4, $i3, $i5])) as $L34 => $e34) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e34 - $L34);
		unset($m1['y1']);
	}
	$a0 = $a2; if (isset($a0[1])) $a0[1] = w((($i2 - 58) & fn_0(($a0[3] ?? 2), count($a3))));
} else {
	$L35 = 1;
	while ($L35-- > 0) {
		if (++$steps > 4000) break;
		$s2 = cut($s3);
		$i1 = w((w(array_sum($a3)) + $i4));
	}
	$L36 = 0;
	do {
		$i5++;
		$i3 = w($i5);
	} while (++$L36 < 5 && ++$steps < 4000);
}
state('b7', $i3, $i0, $s1, $f2, $a1, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
