<?php
// phpfuzz-lite seed 89
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
	for ($L1 = 0; $L1 < 3; $L1++) {
		if (++$steps > 4000) break;
		$i1 |= 16;
		$a1 = lim(array_values(array_unique(array_map('strlen', explode('a', gettype('1e1'))))));
		$a1[] = (w($i1 << 4) >> 1); $a1 = lim($a1);
		$i1 = w($i1 + $L1);
	}
	$a1[] = (~(-11 & 2)); $a1 = lim($a1);
	$f0 = fmod($f1, 1e7);
	return w(-14);
}
$i0 = 67; $i1 = -39; $i2 = -25; $i3 = 79; $i4 = 58; $i5 = 50; $f0 = -1.125; $f1 = 2.75; $f2 = 33.0; $s0 = '12'; $s1 = 'ab'; $s2 = 'qq'; $s3 = 'foo_bar'; $s4 = 'World'; $a0 = [7, 11, 37]; $a1 = [16, -9, 35, 8]; $a2 = [0, 48, 21, 10, -7]; $a3 = []; $m0 = ['12' => 23, 'foo_bar' => 11]; $m1 = ['010' => 11, 'Zed' => 5]; $m2 = ['12' => 17, '1e1' => 19, 'caba' => 30];
// block 0
$i2++;
$L2 = 0;
do {
	$a3 = lim(array_values(array_diff(((($i0 < 21) || ($i5 < 3)) ? array_values(array_diff([7], $a0)) : array_map('ord', str_split(cut($s2 . '.')))), [$i4, w((2 % 12) ** 3), max($i2, -2147483648)])));
} while (++$L2 < 2 && ++$steps < 4000);
$i1++;
if (in_array(min($i0, 4, ($a0[4] ?? 32)), array_slice([], 1, 0))) {
	$a0 = lim((($i2 > $i0) ? (isset($m2['y1']) ? array_map('strlen', explode('z', $s4)) : array_fill(0, 1, $i5)) : lim([...array_reverse($a0), fn_0($i3, 4), ...$a3])));
	[$i1, $s0] = [w(($a0[0] ?? 44)), cut('zebra')];
} elseif (($s0 == $i1)) {
	for ($L4 = 0; $L4 < 2; $L4++) {
		if (++$steps > 4000) break;
		[$i5, $s3] = [w(w($i3 * 40)), cut(strtoupper('bacab'))];
		$s2 = cut('Zed');
		$i0 = w($i0 + $L4);
	}
	for ($L5 = 0; $L5 < 3; $L5++) {
		if (++$steps > 4000) break;
		[$i1, $s0] = [w(20), cut(cut('1e1' . $s2))];
		$s1 = cut(decbin(abs($i4) % 512));
		if (($i2 > $i4)) continue;
		$i1 = w($i1 + $L5);
	}
}
$s4 .= cut(substr_replace($s2, '10', 1, 2)); $s4 = cut($s4);
state('b0', $i3, $i2, $s3, $f0, $a2, $m1);
// block 1
if (isset($m1['bacab'])) {
	$i5 = w(((strpos('1e1', '1') === false ? 62 : 7) <=> $i1));
	$i5 ^= 45;
	$i1 |= 18;
} elseif (($i0 < 27)) {
	$i3 = w((15 >> 3));
	$s2 .= cut(substr((($m1['World'] ?? 'none') . ''), 0)); $s2 = cut($s2);
} else {
	$s4 = cut(substr_replace(cut(substr($s2, 1, 1) . chr(97 + abs(-3) % 26)), 'qq', 1, 2));
}
$i3 = w(((int) array_search(($i5 >> 2), array_map('strlen', explode('-', $s0))) | (min($i5, $i3, 2147483647) + ($i0 ^ strlen($s4)))));
$L7 = 0;
do {
	if (($i0 < 3)) {
		$a3[] = ((int) "bacab{$i5}-$s4" % 997); $a3 = lim($a3);
	}
} while (++$L7 < 4 && ++$steps < 4000);
[$i2, $s3] = [w(substr_count($s1, 'a')), cut(substr_replace($s1, 'World', 1, 2))];
state('b1', $i0, $i1, $s3, $f2, $a1, $m0);
// block 2
$a2 = $a3; if (isset($a2[1])) $a2[1] = w(count($a3));
if (($i1 < 38)) {
	foreach ([($i5 - $i3), (- $i0), 0x7f] as $L10 => $e10) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e10 - $L10);
		for ($L11 = 0; $L11 < 3; $L11++) {
			if (++$steps > 4000) break;
			$s1 = cut(substr((string) ($i2 - $i0), 0));
			$f2 = fmod($f0, 1e7);
			if (($i1 < 49)) continue;
			$i0 = w($i0 + $L11);
		}
	}
	$L12 = 1;
	while ($L12-- > 0) {
		if (++$steps > 4000) break;
		foreach ($m1 as $L13 => $val) {
			$s0 = cut($s0 . $L13 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L13)));
		}
		foreach (((($i0 > $i0) == 13) ? $a2 : []) as $L14 => $e14) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e14 - $L14);
			$i3 = w(w($i5 * abs(w(97 * $i1))));
		}
	}
}
$a3[] = 30; $a3 = lim($a3);
$L15 = 1;
while ($L15-- > 0) {
	if (++$steps > 4000) break;
	$m0['zebra'] ??= 2;
	$i1++;
}
$L16 = 0;
do {
	$L17 = 3;
	while ($L17-- > 0) {
		if (++$steps > 4000) break;
		$s4 = cut(strrev('12'));
		$a3[] = count($a2); $a3 = lim($a3);
	}
	foreach (array_values(array_filter($a2, fn($x) => $x % 3 != 0)) as $L18 => $e18) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e18 - $L18);
		foreach ($m1 as $L19 => $val) {
			$s0 = cut($s0 . $L19 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L19)));
		}
	}
} while (++$L16 < 3 && ++$steps < 4000);
state('b2', $i4, $i1, $s2, $f2, $a0, $m1);
// block 3
rsort($a3);
$i3 -= 38;
state('b3', $i3, $i0, $s0, $f1, $a2, $m2);
// block 4
$a3[] = $i5; $a3 = lim($a3);
$a3[] = (w($i3 * 55) & w(-13 << 1)); $a3 = lim($a3);
$a1 = lim(array_values(array_diff(lim([...[3, $i2, strlen($s0)], ($i2 - 74), ...[$i0, $i0, $i0]]), array_values(array_filter((($s2 === 'Zed') ? $a2 : $a0), fn($x) => $x % 3 != 1)))));
sort($a2);
$a3[] = ($i2 % 5); $a3 = lim($a3);
state('b4', $i4, $i5, $s3, $f2, $a0, $m0);
// block 5
$s4 = cut((((string) $f2)[1] ?? '_'));
foreach ($a2 as &$ref) { $ref = w($ref * 6 + 1); } unset($ref);
state('b5', $i5, $i1, $s1, $f2, $a0, $m0);
// block 6
for ($L21 = 0; $L21 < 5; $L21++) {
	if (++$steps > 4000) break;
	foreach ($m1 as $L22 => $val) {
		$s0 = cut($s0 . $L22 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L22)));
	}
	if (($i0 < 13)) continue;
	$i0 = w($i0 + $L21);
}
$s1 = cut(ucfirst(strtolower($s2)));
$s1 = cut(wordwrap(wordwrap($s2, 4, '/', true), 4, '/', true));
state('b6', $i2, $i0, $s0, $f1, $a0, $m0);
// block 7
$a2 = lim($a0);
[$i0, $s4] = [w(w(array_sum($a3))), cut($s2)];
$a1 = $a2; if (isset($a1[1])) $a1[1] = w(($i3 & $i1));
foreach ($a1 as $L23 => $e23) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e23 - $L23);
	$a0[] = 20; $a0 = lim($a0);
}
state('b7', $i2, $i1, $s2, $f2, $a3, $m1);
// block 8
sort($a3);
switch ($i3 % 4) {
case 0:
	$s2 = cut("10{$i0}-$s0");
case 1:
	$m0['qq'] = null;
case 2:
	$i5 = w((- w(($a0[2] ?? 0) * $i5)));
	break;
default:
	$i1--;
	break;
}
switch (($i0 % 9) % 4) {
case 0:
	$a2[] = 41; $a2 = lim($a2);
case 1:
	[$i1, $s1] = [w($i2), cut(strrev($s0))];
	break;
case 2:
	unset($m2['World']);
	break;
default:
	[$i2, $s4] = [w(3), cut(substr('10', 0, 2))];
}
if ((($i3 + $i2) <= (93 + $i3))) {
	$m0['bacab'] = (int) fmod($f2, 10000);
	$a0[] = $i4; $a0 = lim($a0);
	$m2['y1'] ??= null;
} else {
	unset($m1['010']);
	$a1 = lim(array_map('ord', str_split(cut((string) $i1 . '.'))));
}
for ($L27 = 0; $L27 < 1; $L27++) {
	if (++$steps > 4000) break;
	if (!($i2 > $i0)) {
		$i1 = w(((false ? ($i2 ?: 53) : ($i0 % 3)) - fn_0(strlen($s4), $i5)));
	} elseif (($s4 == '41')) {
		$a2 = lim(array_values(array_diff([], $a2)));
	}
	$m2['10'] ??= $s4;
	foreach ([w($i1 * 0)] as $L29 => $e29) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e29 - $L29);
		$m1['3.5'] = dechex(abs(16));
	}
	$i1 = w($i1 + $L27);
}
state('b8', $i0, $i3, $s2, $f1, $a2, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
