<?php
// phpfuzz-lite seed 19
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
	$a1 = lim(array_map(null, array_values(array_unique($a0))));
	[$i0, $s1] = [w($i1), cut('hello')];
	return w(((-2147483648 % 9) & ($a0[1] ?? 5)));
}
$i0 = -36; $i1 = -40; $i2 = 68; $i3 = 39; $i4 = 92; $i5 = 50; $f0 = 0.5; $f1 = -1.125; $f2 = 33.0; $s0 = 'zebra'; $s1 = '12'; $s2 = 'qq'; $s3 = 'foo_bar'; $s4 = '1e1'; $a0 = [3, 15, -9, 33]; $a1 = []; $a2 = [-1, 3]; $a3 = [0]; $m0 = ['1e1' => 21, 'Zed' => 39, 'qq' => 22]; $m1 = ['a-b' => 32, 'bacab' => 10, 'bacab' => 27]; $m2 = ['Zed' => 30];
// block 0
switch ((($i1 > $i0) ? strlen($s0) : $i0) % 4) {
case 0:
	$s2 .= cut(cut($s2 . $s2)); $s2 = cut($s2);
	break;
case 1:
	$a0 = $a2; if (isset($a0[1])) $a0[1] = w($i2);
	break;
case 2:
	$i0 = w((0b1011 & -2147483648));
	break;
default:
	$i1 = w((int) ($m1['zebra'] ?? 5));
	break;
}
$a3 = $a3; if (isset($a3[1])) $a3[1] = w(017);
foreach (array_merge(...array_chunk([], 2)) as $L2 => $e2) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e2 - $L2);
	foreach ($a2 as &$ref) { $ref = w($ref * 6 + 1); } unset($ref);
	[$i2, $s0] = [w(($i4 + $i1)), cut('0')];
}
for ($L4 = 0; $L4 < 3; $L4++) {
	if (++$steps > 4000) break;
	$i5 -= 5;
	$m1['10'] ??= '010';
	if (($i3 < 81)) {
		if (true) {
			array_splice($a3, 1, 1);
			$i4 -= 2;
		} else {
			$s1 .= cut(strtoupper('World')); $s1 = cut($s1);
		}
	} elseif ((($i0 < 12) || ($i2 < -9))) {
		if (array_is_list($m1)) {
			$a0 = $a0; if (isset($a0[1])) $a0[1] = w(w(w(($a2[4] ?? 6) * $i4) * ($a3[0] ?? 88)));
		} elseif ((($a1[2] ?? 42) == $i2)) {
			rsort($a0);
		}
		$s3 .= cut(addslashes($s1)); $s3 = cut($s3);
	}
	$i1 = w($i1 + $L4);
}
$i4--;
state('b0', $i1, $i2, $s2, $f1, $a3, $m2);
// block 1
$s2 .= cut(trim($s4)); $s2 = cut($s2);
$s4 .= cut((string) strlen($s2)); $s4 = cut($s4);
$i1 = w((int) fmod(($f1 - 1.25), 10000));
$s0 = cut(cut($s2 . '3.5'));
rsort($a2);
state('b1', $i2, $i0, $s0, $f1, $a3, $m0);
// block 2
$s2 .= cut(cut(implode('x', $a2))); $s2 = cut($s2);
$m1['10'] ??= $i1;
state('b2', $i5, $i1, $s3, $f2, $a2, $m1);
// block 3
$i0 = w(017);
array_pop($a0);
$m2['12'] = fmod(2e3, 7.5);
state('b3', $i5, $i5, $s3, $f1, $a1, $m2);
// block 4
$s3 = cut(str_replace('a', 'qq', substr('bacab', 0, 9)));
$a1[] = ($i3 ^ (($a3[3] ?? 44) & strlen($s1))); $a1 = lim($a1);
state('b4', $i5, $i3, $s2, $f1, $a1, $m2);
// block 5
if (($i5 == (- 4))) {
	array_splice($a0, 1, 1);
}
$L9 = 2;
while ($L9-- > 0) {
	if (++$steps > 4000) break;
	array_pop($a0);
}
if (($i5 < 4)) {
	foreach ([($f1 <=> 1e-3)] as $L11 => $e11) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e11 - $L11);
		$a1[] = 50; $a1 = lim($a1);
	}
	$m1['12'] = (- $f1);
} else {
	$L12 = 0;
	do {
		$i5--;
		for ($L13 = 0; $L13 < 4; $L13++) {
			if (++$steps > 4000) break;
			$i4++;
			$s4 = cut(chr(97 + abs(($i5 - 017)) % 26));
			$i1 = w($i1 + $L13);
		}
	} while (++$L12 < 3 && ++$steps < 4000);
	$s4 = cut($s1);
}
state('b5', $i5, $i1, $s4, $f2, $a3, $m2);
// block 6
if (($s1 == nl2br('0'))) {
	switch ((- 71) % 4) {
	case 0:
		$s0 = cut(cut((true ? $s2 : (string) $f0) . '2'));
		break;
	case 1:
		$a1 = lim(array_map(fn($x) => w($x * 21 + 999983), $a3));
	case 2:
		$a2[] = $i1; $a2 = lim($a2);
		break;
	default:
		$a0[] = ((5 + $i5) + ($i2 + -16)); $a0 = lim($a0);
	}
	if (($i1 < 10)) {
		if (($s0 === 'a-b')) {
			$a0 = $a1; if (isset($a0[1])) $a0[1] = w(($i3 >> 0));
			$s1 = cut(ucfirst(strtolower($s2)));
			$a1[] = strlen($s0); $a1 = lim($a1);
		}
	} elseif (('cab' == '1e1')) {
		foreach ($m0 as $L18 => $val) {
			$s0 = cut($s0 . $L18 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L18)));
		}
		if (($s2 === 'qq')) {
			sort($a3);
		}
	} else {
		for ($L20 = 0; $L20 < 2; $L20++) {
			if (++$steps > 4000) break;
			$i1++;
			$m2['abc'] = chr(97 + abs(-19) % 26);
			$i1 = w($i1 + $L20);
		}
	}
} elseif (!isset($m1['12'])) {
	foreach ($a3 as $L21 => $e21) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e21 - $L21);
		for ($L22 = 0; $L22 < 3; $L22++) {
			if (++$steps > 4000) break;
			$a2[] = ((- $i0) | intdiv(70, 2)); $a2 = lim($a2);
			$i1 = w($i1 + $L22);
		}
		$L23 = 1;
		while ($L23-- > 0) {
			if (++$steps > 4000) break;
			sort($a3);
		}
	}
	foreach ($m0 as $L24 => $val) {
		$s0 = cut($s0 . $L24 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L24)));
	}
}
foreach ($a1 as $L25 => $e25) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e25 - $L25);
	$L26 = 1;
	while ($L26-- > 0) {
		if (++$steps > 4000) break;
		if (empty($a1)) {
			$a0[] = 65535; $a0 = lim($a0);
			$f2 = fmod($f2, 1e7);
			$i5 = w(1);
		} else {
			$a1 = lim($a1);
			usort($a3, fn($p, $q) => $q % 10 <=> $p % 10);
		}
	}
	$s3 = cut(str_replace('x', 'qq', substr('zebra', 0, 9)));
}
[$i0, $s2] = [w($i5), cut($s2)];
state('b6', $i1, $i4, $s0, $f0, $a1, $m2);
// block 7
$L28 = 1;
while ($L28-- > 0) {
	if (++$steps > 4000) break;
	for ($L29 = 0; $L29 < 3; $L29++) {
		if (++$steps > 4000) break;
		[$i2, $s3] = [w(count($a3)), cut(addslashes($s0))];
		$i5--;
		$i0 = w($i0 + $L29);
	}
	$a3 = $a0; if (isset($a3[1])) $a3[1] = w($i4);
}
switch ($i4 % 4) {
case 0:
	$i4--;
case 1:
	$a0[] = ((strlen($s0) | (int) ($m0['0'] ?? 64)) + ($a2[1] ?? 5)); $a0 = lim($a0);
	break;
case 2:
	$m0['Zed'] = ((float) 57 * 2e3);
	break;
default:
	[$i1, $s1] = [w(($i0 | $i4)), cut(number_format(fmod((float) strlen($s3), 10000), 2))];
}
$a1[] = ($a1[2] ?? 46); $a1 = lim($a1);
for ($L31 = 0; $L31 < 3; $L31++) {
	if (++$steps > 4000) break;
	$L32 = 0;
	do {
		$a0[] = (($f1 <=> $f2) - max(21, $i1)); $a0 = lim($a0);
		$i3 = w(max(ord('29'), (6 + (empty($a0) ? (int) ($m0['x'] ?? 3) : $i3))));
	} while (++$L32 < 3 && ++$steps < 4000);
	$i0 = w($i0 + $L31);
}
state('b7', $i4, $i4, $s2, $f0, $a3, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
