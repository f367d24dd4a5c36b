<?php
// phpfuzz-lite seed 9
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = -32; $i1 = 98; $i2 = 130; $i3 = 149; $i4 = 27; $i5 = -29; $f0 = 2.75; $f1 = 33.0; $f2 = -1.125; $s0 = 'foo_bar'; $s1 = 'y1'; $s2 = '10'; $s3 = 'foo_bar'; $s4 = 'abc'; $a0 = []; $a1 = [21, 50, 4]; $a2 = [17, 14]; $a3 = [2, 11, 39, 2]; $m0 = ['0' => 20]; $m1 = ['hello' => 31]; $m2 = ['x' => 15, '3.5' => 7, 'zebra' => 17];
// block 0
$m0['0'] ??= null;
$i0 = w(count(array_map(fn($x) => w($x * 3 + (1 + (int) ($m0['Zed'] ?? 75))), [4, $i4, ($a0[0] ?? 50)])));
if ((1e-3 < 73)) {
	unset($m1['10']);
} elseif (($i0 == $i0)) {
	$m2['10'] ??= 'qq';
	unset($m2['a-b']);
}
$s3 .= cut($s1); $s3 = cut($s3);
state('b0', $i1, $i1, $s4, $f2, $a1, $m2);
// block 1
$a3[] = intdiv(((int) 'cab' % 997), 7); $a3 = lim($a3);
foreach (array_map('intval', array_keys($m0)) as $L2 => $e2) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e2 - $L2);
	unset($m0['3.5']);
}
state('b1', $i3, $i4, $s0, $f0, $a2, $m1);
// block 2
$s4 .= cut($s3); $s4 = cut($s4);
switch (w($i4 * $i4) % 4) {
case 0:
	sort($a0);
	break;
case 1:
	$a1[] = $i5; $a1 = lim($a1);
	break;
case 2:
	$a1 = lim($a3);
	break;
default:
	$s4 = cut(md5(strtr("ab{$i4}-$s0", 'abc', 'xyz')));
	break;
}
foreach (sorted($a3) as $L4 => $e4) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e4 - $L4);
	[$i3, $s0] = [w((true ? $i5 : 55)), cut(substr('qq', 0))];
	$s1 .= cut('Zed'); $s1 = cut($s1);
}
$i1 += 47;
$s0 = cut(substr(substr(bin2hex(substr($s1, 0, 5)), -3), 3, 0));
state('b2', $i1, $i3, $s4, $f2, $a0, $m0);
// block 3
if ((95 == (count($a1) + $i1))) {
	$a2[] = count([40, 31, $i3]); $a2 = lim($a2);
} elseif (($s3 == $s3)) {
	unset($m1['bacab']);
}
$i1 -= 43;
switch ($i0 % 4) {
case 0:
	$i5 = w($i4);
	break;
case 1:
	unset($m1['zebra']);
	break;
case 2:
	$m0['x'] ??= $s4;
	break;
default:
	$a1[] = array_reduce([], fn($c, $x) => w($c * 2 + $x), 20); $a1 = lim($a1);
	break;
}
for ($L7 = 0; $L7 < 4; $L7++) {
	if (++$steps > 4000) break;
	if (($i1 === true)) {
		foreach ($m1 as $L9 => $val) {
			$s0 = cut($s0 . $L9 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L9)));
		}
	} elseif (($i2 > $i0)) {
		foreach ($a0 as $L10 => $e10) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e10 - $L10);
			$s2 .= cut(nl2br($s0)); $s2 = cut($s2);
		}
		$s0 = cut(ucwords("3.5{$i1}-$s4"));
	}
	if (($i3 < 3)) break;
	$i1 = w($i1 + $L7);
}
state('b3', $i5, $i4, $s3, $f0, $a2, $m0);
// block 4
if (((int) ($m0['Key'] ?? 3) == (-3.75 <=> 0.1))) {
	$m1['12'] = (strlen($s2) + 28);
} elseif (str_contains('x', 'b')) {
	$i2 -= 33;
	$i4 |= 14;
}
$s1 = cut('67');
$L12 = 0;
do {
	array_pop($a2);
	$a1 = lim(array_map(null, array_merge(...array_chunk(array_values(array_unique([])), 2))));
} while (++$L12 < 1 && ++$steps < 4000);
for ($L13 = 0; $L13 < 4; $L13++) {
	if (++$steps > 4000) break;
	unset($m0['foo_bar']);
	$L14 = 0;
	do {
		if (isset($m1['0'])) {
			$s0 = cut(strtoupper(substr('abc', 1, 0)));
		} else {
			$i4 = w(w(strlen($s2) << 1));
			[$i3, $s1] = [w(26), cut(cut($s0 . $s2))];
		}
	} while (++$L14 < 4 && ++$steps < 4000);
	$i1 = w($i1 + $L13);
}
state('b4', $i5, $i0, $s2, $f0, $a2, $m2);
// block 5
$m1['World'] ??= $f2;
if (($f1 === 'foo_bar')) {
	if (($i5 < -3)) {
		$m0['0'] ??= 0b1011;
		$s3 = cut($s2);
	} else {
		$i3 = w(((empty($a1) ? (int) ($m1['foo_bar'] ?? 14) : ($i2 + $i0)) & strlen($s1)));
	}
	unset($m2['caba']);
	$i0 = w($i4);
}
$s4 = cut('12');
$s1 .= cut((($m2['1e1'] ?? 'none') . '')); $s1 = cut($s1);
state('b5', $i2, $i4, $s3, $f2, $a2, $m2);
// block 6
foreach ($a3 as &$ref) { $ref = w($ref * 4 + 1); } unset($ref);
foreach ($m0 as $L19 => $val) {
	$s0 = cut($s0 . $L19 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L19)));
}
$a1 = $a2; if (isset($a1[1])) $a1[1] = w($i3);
for ($L20 = 0; $L20 < 1; $L20++) {
	if (++$steps > 4000) break;
	if (((($i2 < 54) && empty($a1)) || ($i3 > $i1))) {
		$i2 = w(($i0 - intdiv(57, 9)));
		$s0 = cut((($m0['010'] ?? 'none') . ''));
		for ($L22 = 0; $L22 < 4; $L22++) {
			if (++$steps > 4000) break;
			array_pop($a2);
			array_pop($a2);
			$i1 = w($i1 + $L22);
		}
	}
	if (str_contains('12', '1')) continue;
	$i0 = w($i0 + $L20);
}
state('b6', $i2, $i5, $s1, $f1, $a3, $m2);
// block 7
$m0['a-b'] ??= $s3;
$s0 .= cut($s1); $s0 = cut($s0);
$i1 = w(($i2 + $i1));
foreach ($m0 as $L23 => $val) {
	$s0 = cut($s0 . $L23 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L23)));
}
state('b7', $i0, $i5, $s0, $f0, $a1, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
