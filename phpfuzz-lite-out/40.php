<?php
// phpfuzz-lite seed 40
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
		$f0 = fmod((float) (count($a0) <=> levenshtein('5', 'abcab')), 1e7);
		$i1 = w($i1 + $L1);
	}
	$a1 = $a1; if (isset($a1[1])) $a1[1] = w($i0);
	$L2 = 1;
	while ($L2-- > 0) {
		if (++$steps > 4000) break;
		unset($m1['Key']);
	}
	$i0--;
	return w($i1);
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	if (isset($m1['ab'])) {
		$i1 = w($i0);
	} elseif (($i0 < 45)) {
		$m1['a-b'] ??= $i1;
	} else {
		$a0 = $a0; if (isset($a0[1])) $a0[1] = w($i1);
	}
	if (is_numeric($s0)) {
		$a0 = $a0; if (isset($a0[1])) $a0[1] = w(match (($i1 + 14) % 4) { 0 => min(99, $i1, 94), 1, 2 => ($i0 - $i1), default => (~$i0) });
		[$i1, $s1] = [w(($i0 - 28)), cut(cut($s0 . '45'))];
	} else {
		$m0['ab'] ??= count($a0);
		$a1 = $a0; if (isset($a1[1])) $a1[1] = w($i0);
	}
	return w($i0);
}
$i0 = 107; $i1 = 130; $i2 = 41; $i3 = 118; $i4 = 22; $i5 = -44; $f0 = 33.0; $f1 = 0.5; $f2 = -1.125; $s0 = '3.5'; $s1 = 'caba'; $s2 = '010'; $s3 = '10'; $s4 = 'zebra'; $a0 = []; $a1 = [6, 43, 18, 30]; $a2 = [6, -6]; $a3 = [5, 34, 12]; $m0 = ['x' => 39, 'abc' => 24]; $m1 = []; $m2 = ['Key' => 25, '3.5' => 28, 'y1' => 21];
// block 0
[$i2, $s2] = [w($i3), cut(bin2hex(substr($s4, 0, 5)))];
$i3 = w((((~-2147483648) ^ $i5) + ((($m2['Key'] ?? 'none') . '') <=> trim($s4))));
$a3 = lim(array_values(array_filter(array_merge(...array_chunk([5, 39, (int) ($m1['ab'] ?? 98)], 2)), fn($x) => $x % 3 != 3)));
state('b0', $i0, $i4, $s0, $f2, $a2, $m2);
// block 1
if (($i4 > $i1)) {
	$i3 += 2;
	for ($L6 = 0; $L6 < 3; $L6++) {
		if (++$steps > 4000) break;
		$m1['Zed'] ??= 0;
		$i1 = w($i1 + $L6);
	}
} else {
	[$i5, $s1] = [w(33), cut('66')];
	$i0++;
}
$i0 = w((ctype_free(md5('zebra')) ? w(($i1 % 7) * (20 % 101)) : (int) array_search((int) ($m1['x'] ?? 77), [(int) ($m0['010'] ?? 95)])));
state('b1', $i2, $i0, $s1, $f2, $a0, $m1);
// block 2
$i3 = w($i1);
[$i0, $s4] = [w(w(strlen($s0) * $i5)), cut('0')];
state('b2', $i4, $i4, $s3, $f2, $a2, $m2);
// block 3
unset($m0['ab']);
$s0 = cut(dechex(abs(levenshtein('3.5', 'abcab'))));
state('b3', $i2, $i1, $s1, $f2, $a3, $m1);
// block 4
$f2 = fmod($f0, 1e7);
foreach (array_values(array_unique($a1)) as $L7 => $e7) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e7 - $L7);
	for ($L8 = 0; $L8 < 5; $L8++) {
		if (++$steps > 4000) break;
		$s2 = cut(strrev("abc{$i3}-$s2"));
		$a1 = $a2; if (isset($a1[1])) $a1[1] = w((int) array_search(($i0 + $i5), $a3));
		if ((($i4 < 98) xor (($i2 > $i4) && ($i0 > $i1)))) {
			$i5 -= 30;
		} else {
			$m1['1e1'] = (($i1 > $i4) ? $f2 : -3.75);
			$m2['010'] ??= 17;
		}
		$i0 = w($i0 + $L8);
	}
}
foreach (lim([...lim(array_merge($a1, [63])), $i1, ...$a2]) as $L10 => $e10) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e10 - $L10);
	foreach (array_merge(...array_chunk([], 2)) as $L11 => $e11) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e11 - $L11);
		foreach ($m2 as $L12 => $val) {
			$s0 = cut($s0 . $L12 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L12)));
		}
	}
	$a3 = lim([$i2, (int) ($m0['y1'] ?? 52), (int) fmod($f1, 10000)]);
}
state('b4', $i5, $i2, $s4, $f0, $a2, $m2);
// block 5
$L13 = 5;
while ($L13-- > 0) {
	if (++$steps > 4000) break;
	$i0 = w(15);
	$a2 = lim(array_fill(0, 3, w((true ? $i0 : $i0) << 2)));
	$s0 = cut((string) ($f1 * 100.0));
}
$a3[] = (($a1[4] ?? -2) + $i2); $a3 = lim($a3);
$L14 = 3;
while ($L14-- > 0) {
	if (++$steps > 4000) break;
	array_pop($a3);
	foreach ($m0 as $L15 => $val) {
		$s0 = cut($s0 . $L15 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L15)));
	}
	$a3[] = (($i1 + 80) >> 3); $a3 = lim($a3);
}
$i0--;
for ($L16 = 0; $L16 < 2; $L16++) {
	if (++$steps > 4000) break;
	$a0 = $a0; if (isset($a0[1])) $a0[1] = w((999983 + min(strlen($s3), 7, ($a3[1] ?? 2))));
	$s4 = cut('y1');
	foreach ($a2 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
	$i0 = w($i0 + $L16);
}
state('b5', $i3, $i0, $s4, $f2, $a3, $m1);
// block 6
if ((($i1 > $i5) || array_is_list($m0))) {
	$i0 = w($i2);
	$i4--;
} elseif (($i5 === $s2)) {
	$a2[] = strlen($s2); $a2 = lim($a2);
} else {
	foreach ($m1 as $L19 => $val) {
		$s0 = cut($s0 . $L19 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L19)));
	}
}
switch (w(array_sum($a3)) % 4) {
case 0:
	$a3[] = (74 & 017); $a3 = lim($a3);
case 1:
	$a2 = $a0; if (isset($a2[1])) $a2[1] = w($i2);
	break;
case 2:
	$s1 .= cut('10'); $s1 = cut($s1);
	break;
default:
	$f1 = fmod((ceil(((float) $i0 - 1e-3)) + ((31 / 8) + (- $f2))), 1e7);
	break;
}
state('b6', $i1, $i0, $s2, $f2, $a1, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
