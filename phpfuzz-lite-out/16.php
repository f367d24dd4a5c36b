<?php
// phpfuzz-lite seed 16
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
	$s1 = cut(cut($s0 . cut(strrev('ab') . $s1)));
	$a1 = lim([41, -16, $i0]);
	$i1 |= 47;
	if (isset($m1['12'])) {
		$m1['bacab'] = is_numeric($s1);
	}
	return w($i1);
}
$i0 = 13; $i1 = 30; $i2 = 21; $i3 = 78; $i4 = 56; $i5 = -30; $f0 = 33.0; $f1 = 0.5; $f2 = 2.75; $s0 = 'y1'; $s1 = '3.5'; $s2 = 'Zed'; $s3 = 'cab'; $s4 = '3.5'; $a0 = [34, 3]; $a1 = [12, 22, 12, -4]; $a2 = [-5, 23, 40]; $a3 = [32]; $m0 = ['zebra' => 8, 'ab' => 16]; $m1 = ['abc' => 37, 'qq' => 30]; $m2 = ['x' => 11];
// block 0
for ($L2 = 0; $L2 < 3; $L2++) {
	if (++$steps > 4000) break;
	unset($m0['Zed']);
	$i0--;
	$i0 = w($i0 + $L2);
}
$i2 = w($i0);
state('b0', $i0, $i5, $s0, $f1, $a3, $m2);
// block 1
rsort($a3);
$a2 = lim(array_merge(...array_chunk([($i2 + $i4 * $i5 % 100 - 69) % 10007, (35 & 65535), min($i5, $i5, $i2)], 2)));
$s3 = cut($s0);
for ($L3 = 0; $L3 < 3; $L3++) {
	if (++$steps > 4000) break;
	$i2 = w((int) fmod(($f2 - $f2), 10000));
	array_shift($a1);
	$i0 = w($i0 + $L3);
}
state('b1', $i4, $i0, $s3, $f2, $a3, $m2);
// block 2
$i2++;
$i4++;
$s1 = cut('77');
$L4 = 1;
while ($L4-- > 0) {
	if (++$steps > 4000) break;
	$i1 = w(intdiv((w($i2 << 3) - $i3), 64));
	foreach ($a3 as $L5 => $e5) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e5 - $L5);
		unset($m1['cab']);
	}
}
foreach (array_values(array_diff([5, 1_000, $i0], $a0)) as $L6 => $e6) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e6 - $L6);
	$s4 = cut(trim(substr(sprintf('%05d/%x/%s', 55, abs($i3), cut('Key')), 3, 4)));
}
state('b2', $i4, $i0, $s1, $f1, $a3, $m1);
// block 3
$i3 = w(((strcmp('010', $s0) ?: ($i1 + $i5)) % 2));
$i3--;
unset($m0['010']);
state('b3', $i5, $i1, $s4, $f0, $a1, $m2);
// block 4
$i0 = w($i3);
$i1 ^= 32;
$L7 = 0;
do {
	$i1 = w((((int) ($i3 < -1) + 0b1011) <=> (max($i2, (int) ($m2['foo_bar'] ?? 29)) + 93)));
} while (++$L7 < 5 && ++$steps < 4000);
state('b4', $i3, $i3, $s1, $f0, $a3, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
