<?php
// phpfuzz-lite seed 44
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
	$i0 = w($i0);
	switch (93 % 4) {
	case 0:
		$s1 .= cut("3.5{$i1}-$s0"); $s1 = cut($s1);
		break;
	case 1:
		$i0 = w(min(999983, strlen($s1), $i0));
		break;
	case 2:
		$f0 = fmod((sqrt(abs($f0)) - (float) 0x7f), 1e7);
		break;
	default:
		$s0 = cut((('5')[2] ?? '_'));
		break;
	}
	sort($a1);
	return w(((strlen($s1) + 85) - ($i1 + $i0)));
}
$i0 = 131; $i1 = 142; $i2 = 62; $i3 = -42; $i4 = 117; $i5 = 117; $f0 = 2.75; $f1 = 0.5; $f2 = 0.5; $s0 = 'zebra'; $s1 = 'qq'; $s2 = 'qq'; $s3 = '3.5'; $s4 = 'Zed'; $a0 = []; $a1 = [30, -4, 38, 45, 36]; $a2 = [10, 11, -3, -3]; $a3 = []; $m0 = ['zebra' => 29, '12' => 22]; $m1 = ['10' => 12]; $m2 = [];
// block 0
for ($L2 = 0; $L2 < 2; $L2++) {
	if (++$steps > 4000) break;
	foreach (lim([...array_map('intval', array_keys($m2)), 017, ...array_values(array_filter($a1, fn($x) => $x % 3 != 4))]) as $L3 => $e3) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e3 - $L3);
		$i2 = w(($i3 & $i5));
	}
	if (($i5 < 32)) break;
	$i0 = w($i0 + $L2);
}
$i4 = w($i3);
$i3 = w(intdiv($i2, 16));
state('b0', $i5, $i5, $s2, $f2, $a2, $m1);
// block 1
switch ($i0 % 4) {
case 0:
	$f1 = fmod((($i5 < -1) ? (($f2 - -3.75) + (true ? $f0 : $f2)) : (($f2 + $f2) * -3.75)), 1e7);
	break;
case 1:
	$i5 = w((int) fmod((-3.75 * 0.1), 10000));
	break;
case 2:
	$s0 .= cut($s0); $s0 = cut($s0);
	break;
default:
	$i3 = w(((true && (($i3 > $i1) || false)) ? w(($i1 ^ $i4) * w(array_sum($a3))) : (count($a3) ?: ($i3 % -3))));
	break;
}
$m0['10'] = ($i2 < 0);
state('b1', $i5, $i4, $s4, $f0, $a3, $m2);
// block 2
$s3 .= cut((($i4 < 5) ? 'cab' : $s3)); $s3 = cut($s3);
for ($L5 = 0; $L5 < 1; $L5++) {
	if (++$steps > 4000) break;
	$L6 = 0;
	do {
		$L7 = 0;
		do {
			$m2['3.5'] = 0x7f;
			$i3 = w($i2);
		} while (++$L7 < 2 && ++$steps < 4000);
	} while (++$L6 < 4 && ++$steps < 4000);
	$i0 = w($i0 + $L5);
}
state('b2', $i5, $i3, $s2, $f0, $a1, $m2);
// block 3
$s1 .= cut((string) (float) 0b1011); $s1 = cut($s1);
$i4--;
state('b3', $i2, $i5, $s2, $f2, $a3, $m1);
// block 4
array_shift($a0);
foreach (array_reverse(array_fill(0, 3, 27)) as $L8 => $e8) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e8 - $L8);
	[$i4, $s4] = [w(w((999983 % 12) ** 2)), cut('55')];
	[$i1, $s4] = [w(strlen($s0)), cut((($i1 < 2) ? 'cab' : $s1))];
}
[$i5, $s1] = [w((int) isset($m1['y1'])), cut('1e1')];
state('b4', $i2, $i4, $s0, $f1, $a3, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
