<?php
// phpfuzz-lite seed 36
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
	$s0 .= cut('4'); $s0 = cut($s0);
	$L1 = 0;
	do {
		$i1 += 19;
		$m0['x'] = null;
	} while (++$L1 < 5 && ++$steps < 4000);
	unset($m0['hello']);
	return w(017);
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	$L2 = 4;
	while ($L2-- > 0) {
		if (++$steps > 4000) break;
		$i0 = w(max((int) ($m1['zebra'] ?? -7), -18));
		unset($m0['caba']);
	}
	$i1 ^= 23;
	$s0 = cut(sprintf('%.2f|%8.3f|%e', fmod($f0, 10000), fmod($f0, 10000), round(fmod(2e3, 500))));
	$L3 = 0;
	do {
		$i1 = w(strlen($s0));
	} while (++$L3 < 2 && ++$steps < 4000);
	$s0 .= cut('31'); $s0 = cut($s0);
	return w(intdiv($i1, -3));
}
$i0 = 49; $i1 = 86; $i2 = 40; $i3 = 50; $i4 = 82; $i5 = 19; $f0 = 2.75; $f1 = 33.0; $f2 = -1.125; $s0 = '10'; $s1 = 'bacab'; $s2 = 'cab'; $s3 = 'World'; $s4 = 'Key'; $a0 = [13]; $a1 = [45, 34, -9]; $a2 = [-8, 31, 19, 11]; $a3 = [-7, 50, 36, 24]; $m0 = ['Key' => 38, 'Zed' => 14]; $m1 = ['qq' => 18]; $m2 = ['bacab' => 12, 'bacab' => 18, 'a-b' => 32];
// block 0
foreach ($a0 as $L4 => $e4) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e4 - $L4);
	$i1--;
}
$a1[] = $i2; $a1 = lim($a1);
foreach (range(3, 10) as $L5 => $e5) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e5 - $L5);
	$f2 = fmod((float) -7, 1e7);
}
$s1 = cut(dechex(abs(($i5 - $i1))));
state('b0', $i2, $i5, $s2, $f0, $a2, $m1);
// block 1
for ($L6 = 0; $L6 < 2; $L6++) {
	if (++$steps > 4000) break;
	$m0['cab'] ??= $f2;
	if (($i4 < 86)) break;
	$i1 = w($i1 + $L6);
}
switch ($i1 % 4) {
case 0:
	$m0['010'] ??= $s1;
	break;
case 1:
	$a3[] = ($a1[2] ?? -13); $a3 = lim($a3);
	break;
case 2:
	[$i0, $s3] = [w(w($i1 * ($a2[1] ?? 15))), cut(substr('1e1', 4))];
default:
	$i4++;
	break;
}
state('b1', $i0, $i0, $s3, $f0, $a0, $m2);
// block 2
$i5++;
$i0 = w(w($i4 * ($i2 + abs($i5))));
state('b2', $i3, $i2, $s2, $f1, $a2, $m2);
// block 3
$a1 = $a2; if (isset($a1[1])) $a1[1] = w(41);
if (str_contains('x', 'a')) {
	$L9 = 2;
	while ($L9-- > 0) {
		if (++$steps > 4000) break;
		$i4 = w(0);
		if (array_is_list($m1)) {
			rsort($a1);
		} else {
			unset($m1['cab']);
			[$i5, $s1] = [w($i5), cut(strtr('25', 'abc', 'xyz'))];
		}
		if (ctype_free(bin2hex(substr((($m0['zebra'] ?? 'none') . ''), 0, 5)))) {
			$a0 = lim(lim(array_merge(array_values(array_unique((($i3 < 58) ? $a1 : [$i2, $i1, $i5]))), [count($a3), $i0, (($i4 < 68) ? $i3 : $i0)])));
			$m0['caba'] = ($f1 / 4);
		} else {
			unset($m0['cab']);
			$a2 = $a0; if (isset($a2[1])) $a2[1] = w(1);
		}
	}
	$m1['cab'] = ($i5 < 47);
	$i3++;
} else {
	$i1 = w((- 7));
}
$i0 = w((count($a0) + $i0));
$L12 = 2;
while ($L12-- > 0) {
	if (++$steps > 4000) break;
	foreach ($a1 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
	$a3[] = count([]); $a3 = lim($a3);
	$m2['3.5'] ??= ($a3[3] ?? 73);
}
array_pop($a3);
state('b3', $i3, $i0, $s1, $f0, $a1, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
