<?php
// phpfuzz-lite seed 48
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = 51; $i1 = 142; $i2 = 62; $i3 = 47; $i4 = 45; $i5 = -17; $f0 = -1.125; $f1 = 33.0; $f2 = -1.125; $s0 = 'Key'; $s1 = '010'; $s2 = 'caba'; $s3 = 'foo_bar'; $s4 = '3.5'; $a0 = [-2, 14, 14, 5]; $a1 = [-3, -7, 19]; $a2 = [37, 12]; $a3 = [-6, -1]; $m0 = ['cab' => 20]; $m1 = ['qq' => 39, 'y1' => 5]; $m2 = [];
// block 0
$i4 = w(($i0 & (int) (($i4 < -12) == isset($m2['y1']))));
$a0 = lim(array_map(fn($x) => w($x * 5 + count([$i0, 2147483647, 1])), $a0));
state('b0', $i1, $i3, $s1, $f1, $a0, $m2);
// block 1
unset($m1['caba']);
$a1[] = 46; $a1 = lim($a1);
$m0['hello'] = ($i1 < 18);
$a0 = $a0; if (isset($a0[1])) $a0[1] = w($i0);
state('b1', $i2, $i1, $s3, $f0, $a1, $m1);
// block 2
$m2['a-b'] ??= ($i0 < 7);
$m0['cab'] ??= $s0;
$L1 = 5;
while ($L1-- > 0) {
	if (++$steps > 4000) break;
	$m1['World'] ??= 'zebra';
}
state('b2', $i2, $i1, $s2, $f2, $a0, $m0);
// block 3
if (true) {
	$s3 = cut(ucwords('Zed'));
	foreach ($m2 as $L3 => $val) {
		$s0 = cut($s0 . $L3 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L3)));
	}
	$a3 = $a2; if (isset($a3[1])) $a3[1] = w($i1);
} elseif (($i5 < 55)) {
	$s3 = cut(dechex(abs((max(91, strlen($s3)) + 49))));
	$a0[] = (int) ($m0['10'] ?? -13); $a0 = lim($a0);
} else {
	$L4 = 4;
	while ($L4-- > 0) {
		if (++$steps > 4000) break;
		$i1 -= 2;
	}
	[$i0, $s3] = [w(-7), cut('50')];
}
$a3[] = 83; $a3 = lim($a3);
foreach (sorted(array_values(array_flip(array_flip([$i1, $i0, 4])))) as $L5 => $e5) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e5 - $L5);
	usort($a3, fn($p, $q) => $q % 10 <=> $p % 10);
	$a0 = lim(((($i2 + $i3) == 53) ? array_reverse($a3) : array_values(array_filter([($a1[1] ?? 1), 3, 7], fn($x) => $x % 3 != 0))));
}
$a3 = $a0; if (isset($a3[1])) $a3[1] = w($i4);
$m1['Zed'] ??= 'caba';
state('b3', $i0, $i2, $s2, $f1, $a3, $m2);
// block 4
$s1 = cut(cut((string) ($i4 <=> $i5) . cut('foo_bar' . cut('cab' . 'ab'))));
if (($i2 < 51)) {
	$a2 = lim($a0);
	$i5 = w($i2);
	$a0[] = ((0.1 <=> 100.0) >> 3); $a0 = lim($a0);
} elseif (false) {
	$f0 = fmod(round(floor(100.0), 1), 1e7);
}
state('b4', $i0, $i1, $s1, $f2, $a1, $m0);
// block 5
switch ($i5 % 4) {
case 0:
	$m2['10'] ??= $i2;
case 1:
	$i4 = w(match (($i2 - $i5) % 4) { 0 => $i0, 1, 2 => $i3, default => $i2 });
	break;
case 2:
	$i4++;
	break;
default:
	$m2['zebra'] ??= null;
	break;
}
$f1 = fmod((($i5 > $i0) ? (($i3 / 8) + $f2) : $f1), 1e7);
$s1 = cut(cut(ucfirst(strtolower(sprintf('%.2f|%8.3f|%e', fmod($f1, 10000), round(fmod($f0, 500)), fmod($f0, 10000)))) . $s4));
state('b5', $i3, $i1, $s3, $f2, $a3, $m0);
// block 6
$a0 = lim($a0);
$a0 = lim(array_values(array_filter($a3, fn($x) => $x % 3 != 0)));
$i0--;
state('b6', $i5, $i1, $s3, $f1, $a0, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
