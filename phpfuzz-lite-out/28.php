<?php
// phpfuzz-lite seed 28
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
	$a0[] = $i1; $a0 = lim($a0);
	if (((2147483647 + 85) == (33 ^ $i1))) {
		$s0 = cut((string) w(94 << 3));
		$i0 = w(strlen($s1));
	} else {
		unset($m0['cab']);
	}
	$a1 = lim(array_reverse($a1));
	unset($m1['0']);
	return w((min((int) ($m0['x'] ?? 3), $i0, 7) - (count($a1) - $i1)));
}
$i0 = 64; $i1 = 72; $i2 = 14; $i3 = 3; $i4 = 133; $i5 = 83; $f0 = -1.125; $f1 = -1.125; $f2 = 0.5; $s0 = 'y1'; $s1 = '1e1'; $s2 = '12'; $s3 = '1e1'; $s4 = '10'; $a0 = []; $a1 = []; $a2 = [4, 18, -8]; $a3 = [26, 46]; $m0 = ['1e1' => 1]; $m1 = ['qq' => 14, 'ab' => 36, '0' => 32]; $m2 = ['0' => 20];
// block 0
[$i3, $s1] = [w(22), cut($s1)];
foreach (array_values(array_filter(array_map('intval', array_keys($m0)), fn($x) => $x % 3 != 2)) as $L2 => $e2) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e2 - $L2);
	for ($L3 = 0; $L3 < 5; $L3++) {
		if (++$steps > 4000) break;
		$s1 = cut(nl2br("12{$i4}-$s2"));
		$i2 = w((($i1 + count([]) * $i0 % 100 - $i1) % 10007 + (int) ($i0 > $i0)));
		for ($L4 = 0; $L4 < 5; $L4++) {
			if (++$steps > 4000) break;
			$i1 ^= 12;
			$i2 += 26;
			$m0['caba'] ??= 1e-3;
			$i1 = w($i1 + $L4);
		}
		$i0 = w($i0 + $L3);
	}
}
$L5 = 3;
while ($L5-- > 0) {
	if (++$steps > 4000) break;
	$m1['bacab'] = 7.0;
}
unset($m1['caba']);
state('b0', $i5, $i5, $s0, $f1, $a1, $m0);
// block 1
$a2 = $a0; if (isset($a2[1])) $a2[1] = w($i3);
$i3 |= 32;
unset($m1['hello']);
if (($i2 <= $i5)) {
	$s0 = cut($s1);
	$a0 = $a3; if (isset($a0[1])) $a0[1] = w($i3);
	$s1 .= cut('1e1'); $s1 = cut($s1);
}
state('b1', $i0, $i5, $s1, $f1, $a1, $m0);
// block 2
$f2 = fmod(1.25, 1e7);
foreach ($a0 as $L7 => $e7) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e7 - $L7);
	for ($L8 = 0; $L8 < 2; $L8++) {
		if (++$steps > 4000) break;
		$a0[] = -2147483648; $a0 = lim($a0);
		$i0 |= 27;
		$s2 = cut('foo_bar');
		$i1 = w($i1 + $L8);
	}
	foreach ($a2 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
}
switch ($i3 % 4) {
case 0:
	$i1++;
case 1:
	$s4 = cut($s1);
	break;
case 2:
	[$i2, $s3] = [w((strlen($s2) ?: $i4)), cut(ucfirst(strtolower($s2)))];
	break;
default:
	$i4 = w((-14 + ((5 !== $i3) ? intdiv(count($a0), 9) : (($a3[1] ?? 0) ^ 76))));
}
$m0['Zed'] ??= '77';
state('b2', $i5, $i4, $s4, $f2, $a0, $m0);
// block 3
foreach ($m0 as $L11 => $val) {
	$s0 = cut($s0 . $L11 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L11)));
}
if (($i5 > $i2)) {
	$s3 .= cut($s3); $s3 = cut($s3);
	$i1 = w((count($a3) & $i2));
	$L13 = 3;
	while ($L13-- > 0) {
		if (++$steps > 4000) break;
		$m1['qq'] ??= '3.5';
	}
}
$i2 = w(69);
state('b3', $i5, $i0, $s0, $f0, $a1, $m0);
// block 4
$s1 = cut($s2);
if (true) {
	$m2['zebra'] ??= strlen($s4);
	$a0 = $a1; if (isset($a0[1])) $a0[1] = w((match (-4 % 4) { 0 => 1, 1, 2 => ($a1[3] ?? -7), default => $i2 } <=> $i1));
}
$a3[] = 2; $a3 = lim($a3);
for ($L15 = 0; $L15 < 3; $L15++) {
	if (++$steps > 4000) break;
	unset($m2['10']);
	$a2[] = (($a0[1] ?? 3) - 4); $a2 = lim($a2);
	rsort($a3);
	if (is_numeric($s2)) break;
	$i0 = w($i0 + $L15);
}
state('b4', $i4, $i1, $s1, $f1, $a2, $m2);
// block 5
foreach ($a3 as $L16 => $e16) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e16 - $L16);
	$i0 = w(w(crc32($s2)));
	$i3 = w((($i0 ^ $i4) + substr_count($s0, 'a')));
}
usort($a0, fn($p, $q) => $q % 10 <=> $p % 10);
$i3 += 43;
state('b5', $i0, $i3, $s2, $f1, $a1, $m2);
// block 6
unset($m2['3.5']);
unset($m2['1e1']);
array_splice($a0, 1, 1);
$L17 = 3;
while ($L17-- > 0) {
	if (++$steps > 4000) break;
	if (($i3 < 5)) {
		$a1 = $a1; if (isset($a1[1])) $a1[1] = w((~$i2));
		$s1 = cut('38');
	} else {
		$a2 = lim($a3);
	}
	$a3[] = $i1; $a3 = lim($a3);
}
$m1['3.5'] ??= $s3;
state('b6', $i1, $i2, $s1, $f0, $a2, $m0);
// block 7
$a3 = $a3; if (isset($a3[1])) $a3[1] = w($i4);
$i3 = w($i4);
state('b7', $i1, $i0, $s2, $f2, $a1, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
