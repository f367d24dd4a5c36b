<?php
// phpfuzz-lite seed 94
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = 81; $i1 = -11; $i2 = 139; $i3 = 112; $i4 = -38; $i5 = 124; $f0 = 33.0; $f1 = 0.5; $f2 = 33.0; $s0 = 'zebra'; $s1 = '12'; $s2 = 'zebra'; $s3 = 'Zed'; $s4 = '12'; $a0 = [-3, 5, 48, -1]; $a1 = [17, 28, 32]; $a2 = [49, 28, 42, 46]; $a3 = [-9]; $m0 = []; $m1 = ['zebra' => 2]; $m2 = ['x' => 34, 'y1' => 13, 'World' => 38];
// block 0
$m1['010'] = ($f2 >= $f1);
$i4--;
if (($i3 < 98)) {
	if (false) {
		foreach ([ord((($m2['10'] ?? 'none') . '')), (0x7f & 52), (~$i4)] as $L3 => $e3) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e3 - $L3);
			$a1[] = (($i1 % 5) - intdiv(74, 16)); $a1 = lim($a1);
		}
	} else {
		[$i1, $s1] = [w((-9 & 0)), cut(ucfirst(strtolower('21')))];
		foreach ($m2 as $L4 => $val) {
			$s0 = cut($s0 . $L4 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L4)));
		}
	}
}
for ($L5 = 0; $L5 < 4; $L5++) {
	if (++$steps > 4000) break;
	$a3 = $a1; if (isset($a3[1])) $a3[1] = w(1_000);
	$i1 = w($i1 + $L5);
}
$i0++;
state('b0', $i4, $i4, $s4, $f0, $a2, $m0);
// block 1
$i2 |= 16;
$i4 = w(array_reduce($a0, fn($c, $x) => w($c * 2 + $x), 22));
foreach ($a0 as &$ref) { $ref = w($ref * 6 + 1); } unset($ref);
$i0 = w(-2147483648);
state('b1', $i0, $i0, $s1, $f2, $a0, $m1);
// block 2
if (($i5 > $i1)) {
	$i3 = w(96);
} else {
	$i3 |= 10;
	$s0 .= cut(cut(str_repeat($s3, 3))); $s0 = cut($s0);
}
[$i4, $s3] = [w($i0), cut('qq')];
$s3 = cut($s1);
state('b2', $i5, $i2, $s4, $f2, $a3, $m1);
// block 3
$m0['bacab'] ??= $i2;
for ($L8 = 0; $L8 < 5; $L8++) {
	if (++$steps > 4000) break;
	$i3 |= 20;
	$i4 = w(45);
	if ((isset($m0['bacab']) || ($i1 > $i3))) continue;
	$i0 = w($i0 + $L8);
}
$s2 = cut((string) (float) (6 - $i0));
state('b3', $i2, $i0, $s4, $f1, $a0, $m0);
// block 4
if (false) {
	sort($a1);
} else {
	$a1 = lim([]);
	$L10 = 4;
	while ($L10-- > 0) {
		if (++$steps > 4000) break;
		$m1['cab'] = '58';
		$a3 = $a1; if (isset($a3[1])) $a3[1] = w($i5);
	}
}
[$i5, $s2] = [w(w(array_sum($a0))), cut(strrev($s3))];
[$i0, $s4] = [w($i0), cut(chr(97 + abs((int) ($m1['010'] ?? -3)) % 26))];
state('b4', $i3, $i0, $s0, $f1, $a1, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
