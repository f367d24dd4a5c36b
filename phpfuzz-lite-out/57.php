<?php
// phpfuzz-lite seed 57
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
	for ($L1 = 0; $L1 < 2; $L1++) {
		if (++$steps > 4000) break;
		$s0 = cut(gettype(empty($a0)));
		$a0 = $a0; if (isset($a0[1])) $a0[1] = w($i1);
		$i1 = w($i1 + $L1);
	}
	foreach ([$i0, (int) fmod($f0, 10000), $i1] as $L2 => $e2) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e2 - $L2);
		$i0 = w(75);
		$a1 = lim(array_pad(array_reverse(array_values(array_filter($a1, fn($x) => $x % 3 != 2))), 4, count($a1)));
	}
	foreach ($a0 as $L3 => $e3) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e3 - $L3);
		$s0 .= cut('3.5'); $s0 = cut($s0);
		$i1 += 1;
	}
	return w(levenshtein(substr('34', 0), 'abcab'));
}
$i0 = 10; $i1 = 85; $i2 = 68; $i3 = 149; $i4 = 43; $i5 = 0; $f0 = -1.125; $f1 = 2.75; $f2 = 33.0; $s0 = 'Key'; $s1 = 'caba'; $s2 = 'Key'; $s3 = 'Key'; $s4 = 'x'; $a0 = []; $a1 = []; $a2 = [20, 29, 31, 0]; $a3 = [23, 7, 16, 12, 1]; $m0 = ['abc' => 33, 'Key' => 27]; $m1 = ['qq' => 4]; $m2 = ['1e1' => 36, '3.5' => 21];
// block 0
array_shift($a1);
$a0 = $a1; if (isset($a0[1])) $a0[1] = w(w((($i2 + $i2) % 12) ** 2));
$a0 = lim(array_map(fn($x) => w($x * 92 + $i1), array_map('ord', str_split(cut('Key' . '.')))));
state('b0', $i5, $i4, $s1, $f2, $a1, $m2);
// block 1
$L4 = 0;
do {
	$m2['cab'] ??= $f1;
	if ((count($a0) < 0.5)) {
		foreach ($m2 as $L6 => $val) {
			$s0 = cut($s0 . $L6 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L6)));
		}
	}
} while (++$L4 < 1 && ++$steps < 4000);
$m1['12'] ??= '54';
unset($m1['010']);
state('b1', $i0, $i1, $s2, $f2, $a2, $m2);
// block 2
if (false) {
	foreach ($a3 as $L8 => $e8) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e8 - $L8);
		$a2[] = (true ? ($f2 <=> (float) 0) : (5 + $i4)); $a2 = lim($a2);
	}
	switch ($i1 % 4) {
	case 0:
		$i4 = w($i3);
	case 1:
		$a0[] = $i2; $a0 = lim($a0);
		break;
	case 2:
		$m0['bacab'] ??= count($a3);
		break;
	default:
		$i0 = w(levenshtein(dechex(abs(70)), 'abcab'));
		break;
	}
} elseif (!($i2 < 0)) {
	if (($i2 < 4)) {
		$a3 = lim($a1);
	}
} else {
	$L11 = 0;
	do {
		foreach (array_map(fn($x) => w($x * -5 + count($a1)), array_pad($a2, 4, $i3)) as $L12 => $e12) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e12 - $L12);
			$m0['y1'] ??= $f1;
			$a0 = $a2; if (isset($a0[1])) $a0[1] = w(90);
		}
		foreach ($a1 as &$ref) { $ref = w($ref * 6 + 1); } unset($ref);
	} while (++$L11 < 1 && ++$steps < 4000);
	unset($m1['a-b']);
}
$s4 = cut(dechex(abs(($i1 | $i3))));
switch (min(($a0[4] ?? 22), $i4, 6) % 4) {
case 0:
	$s3 .= cut(strtr('56', 'abc', 'xyz')); $s3 = cut($s3);
	break;
case 1:
	$s3 = cut('caba');
	break;
case 2:
	$i0 -= 2;
	break;
default:
	$s1 .= cut((string) $i1); $s1 = cut($s1);
}
$i1 = w(($a3[2] ?? 27));
state('b2', $i0, $i3, $s1, $f1, $a1, $m2);
// block 3
$s3 = cut($s4);
usort($a0, fn($p, $q) => $q % 10 <=> $p % 10);
$f2 = fmod($f1, 1e7);
state('b3', $i2, $i4, $s1, $f0, $a0, $m2);
// block 4
$i4 += 38;
$m1['foo_bar'] ??= true;
state('b4', $i4, $i3, $s0, $f2, $a1, $m0);
// block 5
for ($L15 = 0; $L15 < 5; $L15++) {
	if (++$steps > 4000) break;
	$i4 = w($i4);
	$i1 = w($i1 + $L15);
}
if (false) {
	$L17 = 2;
	while ($L17-- > 0) {
		if (++$steps > 4000) break;
		unset($m0['ab']);
		$m0['12'] ??= count($a3);
	}
	$i5 = w((int) ($m2['a-b'] ?? -5));
}
unset($m0['3.5']);
$a3[] = ((-19 - $i0) - 91); $a3 = lim($a3);
state('b5', $i1, $i4, $s2, $f0, $a0, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
