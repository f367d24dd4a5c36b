<?php
// phpfuzz-lite seed 38
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
	$i0 = w(($i1 ?: (($i1 <=> (int) ($m1['cab'] ?? 1)) & (count($a1) ^ 89))));
	$s0 = cut(nl2br($s0));
	$m0['12'] ??= $s1;
	return w(($i0 & $i0));
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	if ((substr_replace('51', 'abc', 1, 2) == strtr('1e1', 'abc', 'xyz'))) {
		$s1 .= cut(cut((($m0['Key'] ?? 'none') . '') . $s0)); $s1 = cut($s1);
		$i0 -= 42;
	}
	$s0 = cut($s0);
	$a1 = lim([(min($i0, 63, $i1) & (999983 - $i1)), ($i0 | ($i1 ^ $i1)), ((($i1 < 22) ? 999983 : $i1) + ($i0 - count($a0)))]);
	$i1--;
	return w($i1);
}
$i0 = -4; $i1 = 58; $i2 = 112; $i3 = 135; $i4 = 107; $i5 = -38; $f0 = 0.5; $f1 = -1.125; $f2 = 0.5; $s0 = 'qq'; $s1 = 'qq'; $s2 = '010'; $s3 = 'y1'; $s4 = 'hello'; $a0 = [27, 5, 39, 48]; $a1 = [3, 43]; $a2 = [50, 9, 12]; $a3 = [-6, 5, 23]; $m0 = ['World' => 16, 'World' => 36]; $m1 = ['foo_bar' => 18]; $m2 = [];
// block 0
usort($a1, fn($p, $q) => $q % 10 <=> $p % 10);
$s3 = cut((string) count($a2));
state('b0', $i4, $i1, $s2, $f1, $a2, $m1);
// block 1
$s3 .= cut('Key'); $s3 = cut($s3);
foreach ($m2 as $L2 => $val) {
	$s0 = cut($s0 . $L2 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L2)));
}
if ((isset($m2['1e1']) == 0.1)) {
	$f1 = fmod(((float) $i2 * 0.5), 1e7);
	usort($a2, fn($p, $q) => $q % 10 <=> $p % 10);
}
state('b1', $i2, $i3, $s2, $f1, $a0, $m0);
// block 2
$a3 = $a3; if (isset($a3[1])) $a3[1] = w(-16);
$f2 = fmod(($f1 + (count($a0) / 8)), 1e7);
state('b2', $i1, $i0, $s4, $f1, $a1, $m0);
// block 3
$s3 = cut((($m0['1e1'] ?? 'none') . ''));
$i5 = w((((2147483647 ?: $i3) ^ min($i3, 1_000, $i2)) % 7));
state('b3', $i0, $i2, $s0, $f1, $a2, $m1);
// block 4
$s4 = cut($s0);
foreach ($a1 as &$ref) { $ref = w($ref * 3 + 1); } unset($ref);
state('b4', $i1, $i2, $s1, $f1, $a2, $m0);
// block 5
foreach ($m2 as $L5 => $val) {
	$s0 = cut($s0 . $L5 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L5)));
}
$i4 = w(fn_1((strpos(strrev('abc'), 'a') === false ? 87 : 7), 4));
unset($m2['cab']);
state('b5', $i4, $i2, $s4, $f1, $a0, $m2);
// block 6
[$i2, $s0] = [w((strpos('12', '1') === false ? 28 : 7)), cut($s4)];
[$i0, $s2] = [w(((int) ($m2['010'] ?? 6) + 0x7f * 5 % 100 - $i5) % 10007), cut('Key')];
state('b6', $i5, $i0, $s2, $f1, $a2, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
