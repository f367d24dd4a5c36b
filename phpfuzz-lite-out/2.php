<?php
// phpfuzz-lite seed 2
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
	$a1[] = intdiv(($i1 - 3), -3); $a1 = lim($a1);
	$a0 = lim(array_values(array_flip(array_flip([(0 ?: $i0), 5, (5 + $i0)]))));
	foreach ($a1 as &$ref) { $ref = w($ref * 6 + 1); } unset($ref);
	return w(strlen($s0));
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	if (((int) array_search(count($a1), $a0) <= 91)) {
		$m1['hello'] ??= $f1;
	} elseif (empty($a0)) {
		$i1 -= 41;
	}
	foreach ($m1 as $L3 => $val) {
		$s0 = cut($s0 . $L3 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L3)));
	}
	return w($i0);
}
$i0 = 128; $i1 = -22; $i2 = 38; $i3 = -9; $i4 = 31; $i5 = 16; $f0 = -1.125; $f1 = 2.75; $f2 = 0.5; $s0 = 'zebra'; $s1 = 'Key'; $s2 = 'hello'; $s3 = 'abc'; $s4 = 'hello'; $a0 = [33, 32, 29, 1, 39]; $a1 = [-8, 13, -6, 24]; $a2 = []; $a3 = [42]; $m0 = ['cab' => 34]; $m1 = []; $m2 = [];
// block 0
$a3 = lim(sorted($a2));
$i3 ^= 2;
array_splice($a2, 1, 1);
$m2['x'] ??= $f1;
state('b0', $i3, $i4, $s4, $f2, $a2, $m2);
// block 1
$a0 = $a2; if (isset($a0[1])) $a0[1] = w(max(($i5 & count($a1)), 20));
$i3 = w($i0);
for ($L4 = 0; $L4 < 1; $L4++) {
	if (++$steps > 4000) break;
	unset($m1['3.5']);
	$i1 = w($i1 + $L4);
}
for ($L5 = 0; $L5 < 5; $L5++) {
	if (++$steps > 4000) break;
	$L6 = 0;
	do {
		$L7 = 0;
		do {
			$s1 = cut(substr(strtoupper(strrev($s3)), 4));
		} while (++$L7 < 3 && ++$steps < 4000);
		$L8 = 4;
		while ($L8-- > 0) {
			if (++$steps > 4000) break;
			$i0 = w($i4);
			$s3 .= cut(ucfirst(strtolower('Key'))); $s3 = cut($s3);
			$a1 = $a1; if (isset($a1[1])) $a1[1] = w($i0);
		}
	} while (++$L6 < 4 && ++$steps < 4000);
	$s3 .= cut(json_encode($a1)); $s3 = cut($s3);
	$i1 = w($i1 + $L5);
}
for ($L9 = 0; $L9 < 4; $L9++) {
	if (++$steps > 4000) break;
	for ($L10 = 0; $L10 < 5; $L10++) {
		if (++$steps > 4000) break;
		if ((($i5 > $i2) || isset($m1['x']))) {
			$f1 = fmod($f2, 1e7);
			$a0[] = ($a2[4] ?? 28); $a0 = lim($a0);
			$s1 .= cut((($m2['3.5'] ?? 'none') . '')); $s1 = cut($s1);
		} else {
			$a0 = lim([]);
		}
		$L12 = 4;
		while ($L12-- > 0) {
			if (++$steps > 4000) break;
			$i0--;
			$s4 = cut(trim('32'));
			[$i5, $s0] = [w((23 + 3)), cut($s3)];
		}
		array_pop($a3);
		$i0 = w($i0 + $L10);
	}
	$i0 = w($i0 + $L9);
}
state('b1', $i0, $i5, $s3, $f1, $a3, $m2);
// block 2
$f0 = fmod($f2, 1e7);
$a0 = lim($a2);
state('b2', $i0, $i0, $s4, $f0, $a3, $m2);
// block 3
$i2 += 8;
foreach ([$i3] as $L13 => $e13) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e13 - $L13);
	$L14 = 5;
	while ($L14-- > 0) {
		if (++$steps > 4000) break;
		foreach ([6] as $L15 => $e15) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e15 - $L15);
			$s4 = cut('74');
		}
		for ($L16 = 0; $L16 < 4; $L16++) {
			if (++$steps > 4000) break;
			$m0['zebra'] ??= -2147483648;
			$i1++;
			$i1 = w($i1 + $L16);
		}
		for ($L17 = 0; $L17 < 3; $L17++) {
			if (++$steps > 4000) break;
			$s3 .= cut(dechex(abs(78))); $s3 = cut($s3);
			$i3 += 21;
			if ((bool) ($i2 > $i3)) continue;
			$i0 = w($i0 + $L17);
		}
	}
	$i3--;
}
state('b3', $i4, $i0, $s2, $f1, $a2, $m2);
// block 4
if ((count($a2) <= strlen($s4))) {
	$i5 = w(($i5 - $i2));
	foreach (array_map('ord', str_split(cut(cut(implode('x', $a2)) . '.'))) as $L19 => $e19) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e19 - $L19);
		$a0 = lim(array_values(array_filter($a2, fn($x) => $x % 3 != 4)));
	}
} elseif ((strlen($s2) <= $i4)) {
	for ($L20 = 0; $L20 < 2; $L20++) {
		if (++$steps > 4000) break;
		foreach ([($i3 ?: $i0), $i1, min($i3, $i5, ($a3[3] ?? 39))] as $L21 => $e21) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e21 - $L21);
			$m2['abc'] ??= $f2;
		}
		if ((bool) 'Key') break;
		$i1 = w($i1 + $L20);
	}
	$i1 = w(($i2 - ($a0[1] ?? 39)));
} else {
	$i2 -= 31;
	for ($L22 = 0; $L22 < 2; $L22++) {
		if (++$steps > 4000) break;
		$a1 = $a3; if (isset($a1[1])) $a1[1] = w((($i5 % 64) + 29 * $i1 % 100 - (~$i5)) % 10007);
		$f1 = fmod($f2, 1e7);
		for ($L23 = 0; $L23 < 5; $L23++) {
			if (++$steps > 4000) break;
			array_pop($a2);
			$i5 = w($i4);
			unset($m2['caba']);
			if (($i2 !== $i4)) break;
			$i0 = w($i0 + $L23);
		}
		if (($i1 == null)) continue;
		$i1 = w($i1 + $L22);
	}
}
switch (w(array_sum([4])) % 4) {
case 0:
	[$i0, $s1] = [w((($a2[2] ?? 95) ?: strlen($s0))), cut(nl2br($s4))];
	break;
case 1:
	$s3 = cut($s1);
	break;
case 2:
	$i2 = w($i0);
	break;
default:
	$s3 = cut($s4);
	break;
}
state('b4', $i0, $i3, $s4, $f1, $a3, $m1);
// block 5
$s3 = cut('Zed');
$i4 = w($i5);
for ($L25 = 0; $L25 < 5; $L25++) {
	if (++$steps > 4000) break;
	$m0['Zed'] ??= $i4;
	$i1 = w($i1 + $L25);
}
switch ((($s1 === 'foo_bar') ? strlen($s1) : $i1) % 4) {
case 0:
	$i1 = w((- count($a0)));
	break;
case 1:
	$s2 = cut('3.5');
	break;
case 2:
	$s1 = cut((isset($m0['Zed']) ? cut(chr(97 + abs(5) % 26) . "Key{$i1}-$s2") : 'World'));
default:
	$m2['ab'] ??= $f2;
}
$s3 .= cut($s2); $s3 = cut($s3);
state('b5', $i2, $i3, $s3, $f0, $a1, $m2);
// block 6
if ((substr((($m0['x'] ?? 'none') . ''), 3) < 'y1')) {
	$L28 = 0;
	do {
		for ($L29 = 0; $L29 < 4; $L29++) {
			if (++$steps > 4000) break;
			$s2 = cut(substr('Key', -0));
			$a2 = lim(array_values(array_intersect(array_reverse($a0), array_map('strlen', explode('z', 'bacab')))));
			$i0 = w($i0 + $L29);
		}
		$i0 -= 5;
	} while (++$L28 < 3 && ++$steps < 4000);
} elseif (isset($m2['y1'])) {
	$a1 = $a2; if (isset($a1[1])) $a1[1] = w($i4);
	$f2 = fmod($f0, 1e7);
} else {
	foreach (array_map('intval', array_keys($m0)) as $L30 => $e30) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e30 - $L30);
		$i0 += 17;
		foreach ($m1 as $L31 => $val) {
			$s0 = cut($s0 . $L31 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L31)));
		}
	}
	$i4--;
}
for ($L32 = 0; $L32 < 2; $L32++) {
	if (++$steps > 4000) break;
	$m0['caba'] ??= $i3;
	$a2[] = ($a1[4] ?? 57); $a2 = lim($a2);
	$i0 = w($i0 + $L32);
}
state('b6', $i4, $i3, $s4, $f2, $a1, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
