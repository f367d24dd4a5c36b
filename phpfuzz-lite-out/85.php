<?php
// phpfuzz-lite seed 85
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
	$a1 = lim(array_map(null, $a0));
	foreach ($a1 as $L1 => $e1) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e1 - $L1);
		$f0 = fmod($f0, 1e7);
		$i0++;
	}
	$i0 = w($i0);
	return w($i0);
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	switch (($i1 & $i0) % 4) {
	case 0:
		$m1['1e1'] ??= 'hello';
	case 1:
		$i0 = w(((27 | abs(999983)) | (int) array_search(levenshtein('0', 'abcab'), array_map('strlen', explode('c', '40')))));
		break;
	case 2:
		sort($a0);
	default:
		$i1 = w(max(substr_count(substr($s0, 3), 'a'), (($i0 & $i1) + $i0)));
	}
	$s1 = cut(number_format(fmod($f1, 10000), 2));
	return w(max((int) ($m0['cab'] ?? 71), ((int) ($m1['3.5'] ?? 6) ^ 0b1011)));
}
$i0 = -34; $i1 = 38; $i2 = 79; $i3 = -39; $i4 = 104; $i5 = -21; $f0 = -1.125; $f1 = -1.125; $f2 = 0.5; $s0 = 'ab'; $s1 = 'y1'; $s2 = '10'; $s3 = 'Key'; $s4 = 'ab'; $a0 = [31, 37]; $a1 = [19, 32, 20, -4, -8]; $a2 = [32, 4, 26]; $a3 = [40, 1]; $m0 = ['010' => 11]; $m1 = ['y1' => 3, 'Zed' => 31]; $m2 = [];
// block 0
$i4 |= 23;
$i0 -= 45;
state('b0', $i2, $i0, $s4, $f0, $a2, $m1);
// block 1
unset($m0['x']);
$i1++;
state('b1', $i4, $i0, $s4, $f0, $a2, $m2);
// block 2
for ($L3 = 0; $L3 < 1; $L3++) {
	if (++$steps > 4000) break;
	$m1['foo_bar'] ??= ($i1 < 67);
	$a3[] = w(crc32(md5((($m2['abc'] ?? 'none') . '')))); $a3 = lim($a3);
	$i1 = w($i1 + $L3);
}
$L4 = 0;
do {
	$a3 = $a3; if (isset($a3[1])) $a3[1] = w(2);
} while (++$L4 < 5 && ++$steps < 4000);
$i0 = w(82);
state('b2', $i5, $i5, $s3, $f1, $a1, $m1);
// block 3
$s0 .= cut(wordwrap($s4, 4, '/', true)); $s0 = cut($s0);
$L5 = 2;
while ($L5-- > 0) {
	if (++$steps > 4000) break;
	$a1 = $a1; if (isset($a1[1])) $a1[1] = w((($i2 + $i5 * 63 % 100 - ($a1[4] ?? 0)) % 10007 <=> $i5));
	[$i1, $s0] = [w((- $i2)), cut('14')];
}
state('b3', $i4, $i4, $s4, $f2, $a2, $m0);
// block 4
$i0 = w((count($a1) - (str_starts_with('zebra', 'a') ? $i4 : (($i0 < 7) ? strlen($s3) : $i1))));
if (($i4 > $i2)) {
	$i2 |= 2;
	switch ($i3 % 4) {
	case 0:
		$a3 = lim(array_values(array_flip(array_flip([1, ($a0[0] ?? -9), $i3]))));
		break;
	case 1:
		unset($m0['010']);
	case 2:
		$a2[] = w(crc32('64')); $a2 = lim($a2);
	default:
		$a1[] = $i4; $a1 = lim($a1);
		break;
	}
} else {
	$a2[] = (($i3 % 2) + w($i0 << 4)); $a2 = lim($a2);
	switch (6 % 4) {
	case 0:
		$s2 = cut(ucwords(ucwords($s0)));
		break;
	case 1:
		$a0[] = w($i0 << 4); $a0 = lim($a0);
		break;
	case 2:
		$s1 .= cut(sprintf('%05d/%x/%s', $i1, abs($i5), cut((($m1['3.5'] ?? 'none') . '')))); $s1 = cut($s1);
		break;
	default:
		$m0['010'] ??= 65535;
	}
}
state('b4', $i3, $i3, $s2, $f2, $a0, $m2);
// block 5
$m2['qq'] ??= ($i2 < 84);
unset($m2['a-b']);
state('b5', $i2, $i2, $s0, $f2, $a2, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
