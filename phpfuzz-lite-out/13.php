<?php
// phpfuzz-lite seed 13
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
	foreach ($m0 as $L1 => $val) {
		$s0 = cut($s0 . $L1 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L1)));
	}
	foreach ($m0 as $L2 => $val) {
		$s0 = cut($s0 . $L2 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L2)));
	}
	$s1 = cut($s0);
	switch ($i0 % 4) {
	case 0:
		array_pop($a1);
		break;
	case 1:
		$i0 ^= 16;
		break;
	case 2:
		rsort($a1);
		break;
	default:
		$a1 = lim([$i1, w((count($a1) + $i0) * $i1), 8]);
	}
	return w((int) ($m0['x'] ?? 7));
}
$i0 = 35; $i1 = 64; $i2 = 65; $i3 = -44; $i4 = 53; $i5 = 72; $f0 = 0.5; $f1 = 33.0; $f2 = 33.0; $s0 = 'cab'; $s1 = 'foo_bar'; $s2 = '1e1'; $s3 = 'ab'; $s4 = 'x'; $a0 = [20, 2]; $a1 = [3, 24, 33, 31]; $a2 = []; $a3 = [44, 44]; $m0 = ['qq' => 24, 'World' => 22]; $m1 = ['12' => 19, 'caba' => 6]; $m2 = ['qq' => 16];
// block 0
if (((12 + $i4) == strlen($s0))) {
	$a0 = lim($a0);
	$i3 = w((65535 - (($i1 ^ 24) | ($i4 + $i5))));
	[$i4, $s3] = [w((($a0[0] ?? -8) | (int) ($m2['World'] ?? 40))), cut(ucfirst(strtolower($s0)))];
}
unset($m2['caba']);
array_pop($a3);
$a0 = lim(array_values(array_intersect(array_values(array_intersect([$i4, -12, -19], [])), [-15])));
foreach ([($i2 + $i1), (int) isset($m1['cab']), (count($a0) ?: $i1)] as $L5 => $e5) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e5 - $L5);
	if (is_numeric(bin2hex(substr($s0, 0, 5)))) {
		$s2 .= cut(cut('14' . $s1)); $s2 = cut($s2);
		for ($L7 = 0; $L7 < 3; $L7++) {
			if (++$steps > 4000) break;
			$m0['3.5'] = null;
			$a3 = lim([strlen($s3)]);
			$i0 = w($i0 + $L7);
		}
	}
	foreach ($m1 as $L8 => $val) {
		$s0 = cut($s0 . $L8 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L8)));
	}
}
state('b0', $i2, $i4, $s2, $f1, $a3, $m2);
// block 1
for ($L9 = 0; $L9 < 5; $L9++) {
	if (++$steps > 4000) break;
	$s0 .= cut($s0); $s0 = cut($s0);
	if (array_is_list($m2)) continue;
	$i1 = w($i1 + $L9);
}
if ((($i1 > $i1) || ($i1 == $i5))) {
	$s0 = cut(gettype((($i4 > $i5) ? $i1 : $i1)));
	$i0 = w((($f2 == '67') ? (($f1 === null) ? $i3 : ($i5 % 10)) : (($i0 % 10) - (-2147483648 - 66))));
	$m0['12'] ??= true;
} else {
	$L11 = 0;
	do {
		foreach ($a2 as &$ref) { $ref = w($ref * 4 + 1); } unset($ref);
	} while (++$L11 < 3 && ++$steps < 4000);
	[$i0, $s2] = [w((int) array_search(71, $a0)), cut(gettype(isset($m1['ab'])))];
}
$a2 = lim([80]);
$m1['y1'] ??= $f1;
state('b1', $i4, $i2, $s2, $f2, $a0, $m0);
// block 2
$a3[] = (int) ($m1['bacab'] ?? 0); $a3 = lim($a3);
$i0 |= 48;
$i4 = w(($i3 + (int) (-7 !== 50)));
$f2 = fmod($f0, 1e7);
$i1 = w($i4);
state('b2', $i4, $i0, $s0, $f1, $a1, $m1);
// block 3
if (($i3 < 5)) {
	$i1--;
	$s4 = cut('bacab');
} else {
	unset($m0['World']);
	$a1 = lim($a3);
}
$i3 = w($i4);
state('b3', $i3, $i1, $s0, $f1, $a1, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
