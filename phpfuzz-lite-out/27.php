<?php
// phpfuzz-lite seed 27
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
	$i1 = w(levenshtein($s1, 'abcab'));
	[$i1, $s0] = [w((95 >> 2)), cut('69')];
	foreach (array_map('strlen', explode('x', "x{$i1}-$s0")) as $L1 => $e1) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e1 - $L1);
		unset($m1['bacab']);
	}
	return w((5 + (2147483647 | -2147483648)));
}
$i0 = 8; $i1 = 46; $i2 = 35; $i3 = 80; $i4 = 49; $i5 = -35; $f0 = 2.75; $f1 = 2.75; $f2 = -1.125; $s0 = '12'; $s1 = '010'; $s2 = 'ab'; $s3 = 'caba'; $s4 = '12'; $a0 = [-7, 10, 40, 40]; $a1 = [36, 29, -5]; $a2 = [38, 29]; $a3 = [17, 31, -8, 46]; $m0 = ['1e1' => 19]; $m1 = ['bacab' => 21]; $m2 = ['zebra' => 21, '010' => 31];
// block 0
$a2 = $a3; if (isset($a2[1])) $a2[1] = w((strcmp($s4, '1e1') + (true ? 0x7f : 30)));
$a1 = lim($a3);
$m1['Zed'] = null;
$a0 = $a2; if (isset($a0[1])) $a0[1] = w(abs($i5));
$i1 += 36;
state('b0', $i5, $i5, $s0, $f1, $a1, $m1);
// block 1
$m1['foo_bar'] ??= ($a0[0] ?? 99);
unset($m2['x']);
$L2 = 2;
while ($L2-- > 0) {
	if (++$steps > 4000) break;
	$i4++;
	array_pop($a1);
	foreach ($a2 as &$ref) { $ref = w($ref * 6 + 1); } unset($ref);
}
for ($L4 = 0; $L4 < 4; $L4++) {
	if (++$steps > 4000) break;
	foreach ($a2 as &$ref) { $ref = w($ref * 4 + 1); } unset($ref);
	if (($i4 < 66)) continue;
	$i1 = w($i1 + $L4);
}
state('b1', $i0, $i1, $s3, $f0, $a3, $m2);
// block 2
[$i5, $s0] = [w(($i1 >> 1)), cut(sprintf('%.2f|%8.3f|%e', fmod($f1, 10000), round(fmod($f1, 500)), fmod($f1, 10000)))];
$m0['12'] = (('22')[0] ?? '_');
state('b2', $i1, $i4, $s3, $f1, $a0, $m1);
// block 3
if (str_contains($s3, 'b')) {
	$a3 = $a0; if (isset($a3[1])) $a3[1] = w((($i5 + 0) % 101));
}
usort($a2, fn($p, $q) => $q % 10 <=> $p % 10);
if (false) {
	foreach ($m2 as $L8 => $val) {
		$s0 = cut($s0 . $L8 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L8)));
	}
} else {
	$s3 .= cut($s2); $s3 = cut($s3);
}
unset($m1['10']);
state('b3', $i4, $i1, $s0, $f2, $a0, $m1);
// block 4
[$i4, $s3] = [w(w((-10 % 12) ** 1)), cut(nl2br($s1))];
$a3[] = count($a1); $a3 = lim($a3);
for ($L9 = 0; $L9 < 5; $L9++) {
	if (++$steps > 4000) break;
	$s2 = cut(cut($s0 . substr('3.5', 4)));
	for ($L10 = 0; $L10 < 1; $L10++) {
		if (++$steps > 4000) break;
		foreach ([count([]), (int) ($i3 > $i5), $i5] as $L11 => $e11) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e11 - $L11);
			$s0 = cut(nl2br(substr((($m1['hello'] ?? 'none') . ''), 1)));
		}
		[$i3, $s2] = [w((isset($m1['a-b']) ? 3 : $i5)), cut($s1)];
		if ((bool) 'qq') break;
		$i0 = w($i0 + $L10);
	}
	$i1 = w($i1 + $L9);
}
if ((($i4 % 101) == fn_0($i0, strlen($s3)))) {
	usort($a3, fn($p, $q) => $q % 10 <=> $p % 10);
	$i5 ^= 47;
} else {
	$L13 = 1;
	while ($L13-- > 0) {
		if (++$steps > 4000) break;
		for ($L14 = 0; $L14 < 1; $L14++) {
			if (++$steps > 4000) break;
			$s4 = cut(((json_encode([]))[2] ?? '_'));
			$i2 = w(w(46 * (($i4 & strlen($s1)) - (~$i4))));
			$s4 = cut($s0);
			$i0 = w($i0 + $L14);
		}
		if ((($i2 < 2) && (($i4 > $i0) < $s3))) {
			$i5 = w((count($a0) | (999983 - w((int) ($m0['010'] ?? 5) * $i5))));
			$a0 = lim(array_merge(...array_chunk(array_values(array_filter([($a3[3] ?? 5)], fn($x) => $x % 3 != 0)), 2)));
		} else {
			$a2 = $a1; if (isset($a2[1])) $a2[1] = w($i1);
		}
	}
	$i5 = w($i2);
}
state('b4', $i0, $i2, $s0, $f0, $a1, $m1);
// block 5
if ((($f2 * 0.5) >= ($f0 * 0.5))) {
	array_splice($a1, 1, 1);
	$i2 = w((((($s0 === 'y1') && ($i2 < 4)) ? ($i2 - count($a0)) : (19 % 7)) ?: substr_count($s1, 'a')));
	unset($m0['Key']);
} else {
	unset($m2['caba']);
	$s0 .= cut($s4); $s0 = cut($s0);
}
switch (count($a1) % 4) {
case 0:
	$m0['caba'] = $s4;
	break;
case 1:
	$a2 = lim($a0);
	break;
case 2:
	$s0 = cut($s1);
	break;
default:
	$i1 = w(($a3[1] ?? 98));
	break;
}
$i0 += 6;
if ((($i2 == $i4) || ($f2 < null))) {
	$s1 = cut(str_replace('z', 'caba', substr($s4, 0, 9)));
	$a0[] = 92; $a0 = lim($a0);
	unset($m2['y1']);
}
state('b5', $i2, $i0, $s4, $f1, $a2, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
