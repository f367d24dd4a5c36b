<?php
// phpfuzz-lite seed 35
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
	$i1++;
	$a1[] = ((($i1 < 4) && isset($m0['x'])) ? (count($a0) - $i0) : ($i0 ^ 22)); $a1 = lim($a1);
	return w($i1);
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	foreach ($a1 as $L1 => $e1) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e1 - $L1);
		$s0 .= cut($s1); $s0 = cut($s0);
		[$i1, $s1] = [w(($i1 + $i0)), cut(cut(implode('a', $a0)))];
	}
	[$i1, $s1] = [w((52 & $i0)), cut('80')];
	return w($i1);
}
$i0 = 49; $i1 = -42; $i2 = -35; $i3 = 103; $i4 = 37; $i5 = 46; $f0 = 33.0; $f1 = 2.75; $f2 = -1.125; $s0 = 'hello'; $s1 = 'hello'; $s2 = 'bacab'; $s3 = 'caba'; $s4 = '12'; $a0 = [-7, 6, 6]; $a1 = [46]; $a2 = [-5, 43]; $a3 = [2, -4, 0]; $m0 = ['1e1' => 21]; $m1 = ['x' => 32]; $m2 = ['cab' => 24];
// block 0
switch ((int) ($m2['World'] ?? -2) % 4) {
case 0:
	$i4 -= 20;
	break;
case 1:
	[$i1, $s4] = [w(w($i4 * $i4)), cut((string) 1_000)];
case 2:
	$i5++;
	break;
default:
	$a1 = lim(lim([...array_slice([$i5, 68, 34], 1, 1), ((int) false <=> w(array_sum([$i3, $i3, ($a1[2] ?? 10)]))), ...$a2]));
	break;
}
$s3 = cut($s0);
state('b0', $i0, $i3, $s1, $f0, $a3, $m1);
// block 1
for ($L3 = 0; $L3 < 2; $L3++) {
	if (++$steps > 4000) break;
	$L4 = 0;
	do {
		if (true) {
			$s1 .= cut(md5($s0)); $s1 = cut($s1);
		} else {
			$i3 += 21;
			$i3 = w(w($i1 << 2));
		}
		$L6 = 4;
		while ($L6-- > 0) {
			if (++$steps > 4000) break;
			$i0 |= 18;
		}
	} while (++$L4 < 3 && ++$steps < 4000);
	$s1 .= cut($s1); $s1 = cut($s1);
	if (true) continue;
	$i1 = w($i1 + $L3);
}
$i0 = w((int) ($m2['World'] ?? 3));
$i1++;
$i1 = w((int) ($m0['010'] ?? 5));
state('b1', $i2, $i0, $s1, $f2, $a0, $m1);
// block 2
$a2[] = (strpos(md5($s4), 'c') === false ? 52 : 7); $a2 = lim($a2);
$L7 = 0;
do {
	$m0['3.5'] ??= $s0;
} while (++$L7 < 2 && ++$steps < 4000);
$i0--;
state('b2', $i5, $i5, $s0, $f1, $a0, $m0);
// block 3
$i4 = w((int) ($m2['Zed'] ?? 7));
unset($m2['World']);
[$i3, $s3] = [w((($a1[1] ?? -4) + $i4)), cut(chr(97 + abs($i4) % 26))];
if (($i3 > $i0)) {
	$a1[] = (87 + ($a0[4] ?? 1)); $a1 = lim($a1);
	$s3 = cut(str_pad($s4, 8, 'x', STR_PAD_LEFT));
	unset($m0['a-b']);
} elseif (($i3 === (float) 64)) {
	foreach ($m2 as $L9 => $val) {
		$s0 = cut($s0 . $L9 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L9)));
	}
	$i1 |= 32;
} else {
	switch (fn_1((int) ($m2['Zed'] ?? -7), ($a1[2] ?? 3)) % 4) {
	case 0:
		unset($m1['010']);
		break;
	case 1:
		$i2++;
		break;
	case 2:
		$i3 += 25;
		break;
	default:
		sort($a1);
		break;
	}
}
$s3 = cut((($m0['hello'] ?? 'none') . ''));
state('b3', $i3, $i4, $s3, $f0, $a1, $m2);
// block 4
if ((($i3 < 5) === '41')) {
	$a2 = lim($a3);
}
$m1['x'] ??= count($a1);
$L12 = 3;
while ($L12-- > 0) {
	if (++$steps > 4000) break;
	$L13 = 0;
	do {
		$i4--;
		$i5 -= 29;
	} while (++$L13 < 1 && ++$steps < 4000);
	[$i1, $s3] = [w(($i2 % 2)), cut('58')];
}
state('b4', $i3, $i5, $s4, $f2, $a2, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
