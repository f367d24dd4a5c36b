<?php
// phpfuzz-lite seed 81
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = -21; $i1 = 58; $i2 = 64; $i3 = -7; $i4 = 55; $i5 = 12; $f0 = 0.5; $f1 = -1.125; $f2 = 33.0; $s0 = 'Key'; $s1 = 'bacab'; $s2 = 'caba'; $s3 = '0'; $s4 = 'zebra'; $a0 = [1, -3, 4, 33, -5]; $a1 = [24]; $a2 = [10, 50, 16]; $a3 = [6, 14, 13, 39, 35]; $m0 = ['3.5' => 20, 'abc' => 10, '1e1' => 6]; $m1 = []; $m2 = ['x' => 7, '12' => 12, 'bacab' => 32];
// block 0
foreach ([] as $L1 => $e1) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e1 - $L1);
	[$i5, $s3] = [w(abs($i0)), cut((('20')[3] ?? '_'))];
}
$i4++;
state('b0', $i1, $i5, $s3, $f0, $a1, $m1);
// block 1
$m0['y1'] = 2e3;
$m2['0'] ??= true;
state('b1', $i4, $i2, $s3, $f1, $a0, $m1);
// block 2
[$i1, $s0] = [w(substr_count($s2, 'a')), cut('hello')];
unset($m1['Zed']);
$i1 = w((match ((86 | $i5) % 4) { 0 => min($i2, count($a3), $i1), 1, 2 => 77, default => 6 } <=> ((int) trim('ab') % 997)));
state('b2', $i2, $i2, $s1, $f2, $a0, $m0);
// block 3
$f0 = fmod($f1, 1e7);
if ((($i4 > $i1) || ($i0 !== 0b1011))) {
	$a0 = lim(array_values(array_flip(array_flip([017, ('x' <=> $s2), ($a3[2] ?? 25)]))));
	$f0 = fmod(-3.75, 1e7);
} elseif ((0b1011 == $i3)) {
	rsort($a1);
	$m2['12'] ??= ($s0 === '10');
} else {
	unset($m2['Key']);
}
$i2 |= 43;
state('b3', $i5, $i5, $s1, $f0, $a2, $m1);
// block 4
$a0[] = w(($i3 & 91) << 2); $a0 = lim($a0);
$i0 = w(61);
state('b4', $i5, $i3, $s1, $f2, $a3, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
