<?php
// phpfuzz-lite seed 68
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
	foreach (lim(array_merge([], lim(array_merge($a0, $a0)))) as $L1 => $e1) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e1 - $L1);
		$a1[] = $i0; $a1 = lim($a1);
	}
	if (str_contains(substr($s0, 2, 3), 'b')) {
		$i1++;
	}
	return w(substr_count('63', 'a'));
}
$i0 = 106; $i1 = -17; $i2 = 32; $i3 = -14; $i4 = -48; $i5 = 68; $f0 = -1.125; $f1 = 0.5; $f2 = 33.0; $s0 = 'abc'; $s1 = 'cab'; $s2 = 'Key'; $s3 = 'x'; $s4 = '010'; $a0 = [1, 22, 23, 41, 2]; $a1 = []; $a2 = [12]; $a3 = []; $m0 = ['World' => 1]; $m1 = []; $m2 = ['1e1' => 21];
// block 0
$i3 = w((int) ($m0['x'] ?? 7));
$a1 = lim(sorted([($i0 % 10), w(array_sum([3, -4, $i4])), count([$i2])]));
state('b0', $i2, $i1, $s2, $f1, $a0, $m2);
// block 1
$f1 = fmod($f2, 1e7);
$a3 = $a1; if (isset($a3[1])) $a3[1] = w($i1);
state('b1', $i3, $i4, $s2, $f2, $a3, $m2);
// block 2
foreach ($a0 as $L3 => $e3) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e3 - $L3);
	$i1 = w(strcmp("bacab{$i5}-$s0", '51'));
}
if (($i5 > $i5)) {
	array_shift($a1);
	[$i4, $s3] = [w(min($i5, 7, 90)), cut('1e1')];
} elseif ((empty($a0) && false)) {
	$m2['qq'] ??= '1e1';
}
$i3 = w(intdiv(count($a1), 64));
$m2['Zed'] ??= 1.25;
foreach ($a3 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
state('b2', $i2, $i4, $s3, $f0, $a3, $m0);
// block 3
$a0 = $a2; if (isset($a0[1])) $a0[1] = w((54 - ($i1 + $i0)));
$i1 = w($i2);
state('b3', $i1, $i0, $s3, $f1, $a2, $m0);
// block 4
$s2 = cut((string) 1.25);
$m0['x'] = min($i0, $i1, $i5);
foreach ($a2 as &$ref) { $ref = w($ref * 4 + 1); } unset($ref);
$a0[] = 1; $a0 = lim($a0);
switch (array_reduce($a3, fn($c, $x) => w($c * 2 + $x), -13) % 4) {
case 0:
	[$i2, $s2] = [w((88 ^ $i2)), cut($s2)];
	break;
case 1:
	$a2 = lim([((int) substr('y1', 2, 2) % 997)]);
case 2:
	$a1 = lim(array_map('strlen', explode('c', md5(strtoupper('46')))));
	break;
default:
	[$i3, $s2] = [w(substr_count($s0, 'a')), cut($s2)];
	break;
}
state('b4', $i0, $i3, $s0, $f2, $a3, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
