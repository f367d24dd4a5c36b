<?php
// phpfuzz-lite seed 72
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
	for ($L1 = 0; $L1 < 5; $L1++) {
		if (++$steps > 4000) break;
		unset($m0['Key']);
		if (($s0 < $s1)) break;
		$i1 = w($i1 + $L1);
	}
	if (($i0 < 85)) {
		$a0 = lim(lim([...[max(-5, $i1), count($a0), ($i0 >> 2)], 4, ...$a1]));
		$a0 = $a0; if (isset($a0[1])) $a0[1] = w(count($a1));
		[$i1, $s0] = [w(5), cut($s1)];
	}
	foreach ($a1 as $L3 => $e3) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e3 - $L3);
		[$i0, $s0] = [w($i0), cut($s0)];
	}
	if (($s0 === '12')) {
		$a0 = lim([$i0]);
		unset($m0['y1']);
		$m1['Zed'] ??= 7.0;
	} elseif (((float) 34 >= -3.75)) {
		$i1--;
		$f0 = fmod((w(intdiv(count($a0), 7) * (-1 & 40)) / 8), 1e7);
	}
	return w((~count($a1)));
}
$i0 = -44; $i1 = 75; $i2 = 95; $i3 = 26; $i4 = 148; $i5 = 125; $f0 = 33.0; $f1 = -1.125; $f2 = 0.5; $s0 = 'abc'; $s1 = 'y1'; $s2 = 'a-b'; $s3 = 'zebra'; $s4 = 'abc'; $a0 = [22, 14, 11, 7, 0]; $a1 = [-4, -5]; $a2 = [30, -6, 49, 25, 45]; $a3 = [9, -9, 22]; $m0 = ['010' => 23, '10' => 7]; $m1 = []; $m2 = ['3.5' => 20, 'cab' => 14, '1e1' => 19];
// block 0
unset($m0['bacab']);
$s3 = cut($s2);
for ($L5 = 0; $L5 < 4; $L5++) {
	if (++$steps > 4000) break;
	foreach ([w(($a0[1] ?? 24) * 3), $i3, $i3] as $L6 => $e6) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e6 - $L6);
		$i4 |= 20;
		$a2 = lim(lim(array_merge(array_values(array_unique($a2)), $a2)));
	}
	$m1['hello'] ??= ($a2[2] ?? -10);
	$s1 .= cut(trim('bacab')); $s1 = cut($s1);
	if ((($i5 < 38) xor ($i3 < -18))) continue;
	$i1 = w($i1 + $L5);
}
$m0['010'] ??= ($i2 > $i4);
state('b0', $i3, $i3, $s3, $f2, $a0, $m2);
// block 1
$m0['ab'] ??= count($a3);
if (($i0 > $i1)) {
	$m2['abc'] ??= null;
	$i4 += 13;
} elseif ((($i4 > $i1) || empty($a3))) {
	if (in_array($i0, [])) {
		$i0--;
	} else {
		$s1 .= cut(cut('47' . '20')); $s1 = cut($s1);
	}
	$a0 = lim(array_map('strlen', explode('-', (string) (count($a0) / 8))));
}
$a2[] = $i0; $a2 = lim($a2);
switch ($i3 % 4) {
case 0:
	$a1 = lim([levenshtein($s3, 'abcab'), (int) ($i5 < 63), (strpos('y1', 'b') === false ? 51 : 7)]);
	break;
case 1:
	$s2 .= cut('52'); $s2 = cut($s2);
	break;
case 2:
	$m2['0'] ??= 'zebra';
	break;
default:
	$s4 .= cut(sprintf('%05d/%x/%s', 5, abs($i0), cut('y1'))); $s4 = cut($s4);
}
state('b1', $i2, $i3, $s2, $f0, $a3, $m1);
// block 2
if (empty($a2)) {
	foreach (array_slice(lim([...[$i1, $i3, $i4], ($a3[4] ?? -10), ...$a0]), 0, 2) as $L11 => $e11) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e11 - $L11);
		sort($a0);
		$L12 = 0;
		do {
			$i4 = w((min((~2), w(72 * $i5), match ($i1 % 4) { 0 => 79, 1, 2 => $i4, default => $i5 }) & (int) array_search($i1, $a2)));
			[$i4, $s2] = [w(2147483647), cut(substr_replace('010', '010', 1, 2))];
		} while (++$L12 < 4 && ++$steps < 4000);
	}
	$i2 ^= 38;
	$s0 = cut('hello');
}
$m2['y1'] ??= $s2;
if (($i3 < 40)) {
	$s0 = cut(cut($s4 . $s4));
} elseif (($i3 > $i3)) {
	for ($L14 = 0; $L14 < 2; $L14++) {
		if (++$steps > 4000) break;
		rsort($a3);
		$i0++;
		$i0 = w($i0 + $L14);
	}
	$a1 = $a3; if (isset($a1[1])) $a1[1] = w(999983);
} else {
	foreach (array_map(fn($x) => w($x * 29 + w(($i2 % 12) ** 3)), $a0) as $L15 => $e15) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e15 - $L15);
		array_pop($a0);
	}
	$a1 = $a3; if (isset($a1[1])) $a1[1] = w($i2);
}
state('b2', $i2, $i4, $s4, $f2, $a2, $m2);
// block 3
$L16 = 0;
do {
	$s1 = cut('70');
} while (++$L16 < 5 && ++$steps < 4000);
$m2['3.5'] = -7;
[$i0, $s1] = [w(ord($s4)), cut((string) 53)];
$a1 = lim(range(1, 11));
$m2['y1'] = (strlen($s1) ^ $i3);
state('b3', $i3, $i4, $s2, $f2, $a0, $m0);
// block 4
for ($L17 = 0; $L17 < 2; $L17++) {
	if (++$steps > 4000) break;
	foreach ($m2 as $L18 => $val) {
		$s0 = cut($s0 . $L18 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L18)));
	}
	foreach ($a2 as $L19 => $e19) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e19 - $L19);
		$a0 = $a1; if (isset($a0[1])) $a0[1] = w(($a1[1] ?? 17));
		[$i0, $s0] = [w($i4), cut('77')];
	}
	$i0 = w($i0 + $L17);
}
unset($m0['12']);
state('b4', $i2, $i5, $s0, $f0, $a2, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
