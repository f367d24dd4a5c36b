<?php
// phpfuzz-lite seed 42
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = -3; $i1 = 29; $i2 = 99; $i3 = 148; $i4 = -35; $i5 = 73; $f0 = -1.125; $f1 = 0.5; $f2 = -1.125; $s0 = 'foo_bar'; $s1 = 'caba'; $s2 = 'qq'; $s3 = 'Key'; $s4 = 'bacab'; $a0 = [48, 28]; $a1 = [42, 0, 40, 13]; $a2 = []; $a3 = []; $m0 = ['x' => 38, 'hello' => 3, 'zebra' => 34]; $m1 = ['caba' => 35, '3.5' => 36, '1e1' => 16]; $m2 = ['10' => 37, 'bacab' => 37];
// block 0
foreach ($m0 as $L1 => $val) {
	$s0 = cut($s0 . $L1 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L1)));
}
unset($m0['12']);
state('b0', $i4, $i3, $s2, $f0, $a0, $m2);
// block 1
foreach ([71] as $L2 => $e2) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e2 - $L2);
	foreach (lim([...$a2, 75, ...[]]) as $L3 => $e3) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e3 - $L3);
		$L4 = 5;
		while ($L4-- > 0) {
			if (++$steps > 4000) break;
			rsort($a3);
		}
		[$i3, $s3] = [w(($i0 ^ count($a2))), cut('33')];
	}
}
switch ($i1 % 4) {
case 0:
	$s0 = cut('21');
case 1:
	$a0 = $a2; if (isset($a0[1])) $a0[1] = w(((int) substr('qq', 3, 1) % 997));
	break;
case 2:
	$a1 = $a2; if (isset($a1[1])) $a1[1] = w($i2);
	break;
default:
	[$i1, $s4] = [w($i3), cut('foo_bar')];
	break;
}
if (in_array(-9, [$i5])) {
	$i2++;
} elseif (!($i2 > $i5)) {
	$a3 = lim($a3);
} else {
	$s4 = cut(trim(bin2hex(substr(strtr('42', 'abc', 'xyz'), 0, 5))));
}
state('b1', $i3, $i4, $s0, $f1, $a2, $m1);
// block 2
$L7 = 4;
while ($L7-- > 0) {
	if (++$steps > 4000) break;
	$m2['y1'] ??= $s1;
}
$L8 = 0;
do {
	$i2--;
	$L9 = 0;
	do {
		if (in_array((1 + $i3), $a0)) {
			$i4 = w(w($i4 * intdiv($i4, -3)));
		} else {
			$m2['caba'] ??= $f1;
		}
	} while (++$L9 < 3 && ++$steps < 4000);
} while (++$L8 < 1 && ++$steps < 4000);
$s4 .= cut(strtoupper($s4)); $s4 = cut($s4);
$a1 = $a3; if (isset($a1[1])) $a1[1] = w(999983);
$s0 = cut($s2);
state('b2', $i4, $i1, $s0, $f0, $a3, $m2);
// block 3
$a2[] = (array_reduce($a2, fn($c, $x) => w($c * 2 + $x), 3) >> 1); $a2 = lim($a2);
$a0[] = (int) ($m1['10'] ?? 5); $a0 = lim($a0);
$f2 = fmod(-3.75, 1e7);
usort($a2, fn($p, $q) => $q % 10 <=> $p % 10);
state('b3', $i3, $i3, $s1, $f2, $a2, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
