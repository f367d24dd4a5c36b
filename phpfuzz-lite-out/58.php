<?php
// phpfuzz-lite seed 58
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
	$s0 = cut("ab{$i0}-$s1");
	$a0[] = (5 ^ 17); $a0 = lim($a0);
	return w(count($a0));
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	$s0 = cut(((md5('bacab'))[3] ?? '_'));
	$i1 -= 49;
	$i0 = w(w(($i1 % 12) ** 3));
	$s1 .= cut(ucfirst(strtolower($s1))); $s1 = cut($s1);
	$i1++;
	return w(7);
}
$i0 = 116; $i1 = 123; $i2 = 108; $i3 = -41; $i4 = -15; $i5 = 11; $f0 = 0.5; $f1 = -1.125; $f2 = -1.125; $s0 = 'qq'; $s1 = 'cab'; $s2 = 'a-b'; $s3 = 'caba'; $s4 = 'Key'; $a0 = [45, 33, 36]; $a1 = []; $a2 = [31]; $a3 = [13, 44, 50, 30, 27]; $m0 = ['010' => 27, '1e1' => 21]; $m1 = ['hello' => 9, 'hello' => 21, 'caba' => 20]; $m2 = ['caba' => 12, 'zebra' => 19, 'hello' => 36];
// block 0
unset($m2['a-b']);
$i3 = w(levenshtein($s3, 'abcab'));
state('b0', $i4, $i1, $s1, $f1, $a1, $m2);
// block 1
$L1 = 4;
while ($L1-- > 0) {
	if (++$steps > 4000) break;
	$m0['0'] = null;
}
$s4 .= cut(json_encode([$i4])); $s4 = cut($s4);
state('b1', $i0, $i2, $s4, $f1, $a0, $m0);
// block 2
$m1['0'] = null;
array_shift($a3);
foreach ($m0 as $L2 => $val) {
	$s0 = cut($s0 . $L2 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L2)));
}
usort($a1, fn($p, $q) => $q % 10 <=> $p % 10);
state('b2', $i2, $i4, $s3, $f2, $a3, $m1);
// block 3
foreach ($m1 as $L3 => $val) {
	$s0 = cut($s0 . $L3 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L3)));
}
$m1['caba'] ??= 'qq';
$s0 = cut(strtoupper(cut(implode('x', $a1))));
$a2 = $a1; if (isset($a2[1])) $a2[1] = w($i1);
$f0 = fmod((array_is_list($m0) ? $f1 : ceil(fmod(0.1, 7.5))), 1e7);
state('b3', $i3, $i5, $s1, $f2, $a0, $m0);
// block 4
$f0 = fmod((floor(($f0 + -3.75)) + 100.0), 1e7);
[$i5, $s4] = [w(substr_count($s2, 'a')), cut($s2)];
$s0 = cut($s4);
state('b4', $i2, $i5, $s0, $f1, $a0, $m0);
// block 5
if (str_starts_with(ucfirst(strtolower('caba')), 'z')) {
	$L5 = 5;
	while ($L5-- > 0) {
		if (++$steps > 4000) break;
		$L6 = 5;
		while ($L6-- > 0) {
			if (++$steps > 4000) break;
			$i3++;
			$i2 = w($i4);
		}
	}
	[$i2, $s3] = [w($i3), cut('qq')];
} else {
	[$i5, $s0] = [w((strlen($s0) - $i5)), cut((($m0['bacab'] ?? 'none') . ''))];
	[$i0, $s4] = [w($i3), cut(wordwrap($s3, 4, '/', true))];
}
$i1 -= 31;
$i1 = w((((5 & $i4) & ($i4 + 11)) ^ ((strlen($s2) + $i5) - ($i2 - -2147483648))));
foreach (array_values(array_filter([], fn($x) => $x % 3 != 3)) as $L7 => $e7) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e7 - $L7);
	$m1['1e1'] ??= null;
}
$L8 = 3;
while ($L8-- > 0) {
	if (++$steps > 4000) break;
	$a2[] = 26; $a2 = lim($a2);
	[$i0, $s2] = [w((5 <=> $i2)), cut('010')];
	switch (($i4 <=> $i2) % 4) {
	case 0:
		unset($m2['y1']);
		break;
	case 1:
		$i1 = w(fn_1(max((int) ($i1 < 64), (count($a3) - $i4)), $i4));
		break;
	case 2:
		$a1 = lim(sorted([($a3[3] ?? -8), 31, 97]));
		break;
	default:
		$a1[] = strlen($s1); $a1 = lim($a1);
		break;
	}
}
state('b5', $i3, $i1, $s4, $f1, $a3, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
