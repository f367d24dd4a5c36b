<?php
// phpfuzz-lite seed 31
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
	$a1[] = intdiv(($i1 - $i0), 16); $a1 = lim($a1);
	if (ctype_free($s1)) {
		$m1['foo_bar'] ??= $i0;
		$i1 = w(4);
	} elseif (($i1 < 9)) {
		rsort($a0);
	} else {
		unset($m0['zebra']);
	}
	$s0 .= cut("12{$i0}-$s0"); $s0 = cut($s0);
	$L2 = 3;
	while ($L2-- > 0) {
		if (++$steps > 4000) break;
		$i0 -= 22;
	}
	$s0 = cut(ucfirst(strtolower((string) match (-5 % 4) { 0 => 39, 1, 2 => $i1, default => $i1 })));
	return w((int) round(fmod($f1, 500)));
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	$L3 = 3;
	while ($L3-- > 0) {
		if (++$steps > 4000) break;
		$s1 .= cut(substr($s0, -2)); $s1 = cut($s1);
		$a1 = $a1; if (isset($a1[1])) $a1[1] = w(($i1 + substr_count($s1, 'a')));
	}
	foreach ($m0 as $L4 => $val) {
		$s0 = cut($s0 . $L4 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L4)));
	}
	for ($L5 = 0; $L5 < 5; $L5++) {
		if (++$steps > 4000) break;
		$s0 = cut($s1);
		$i0 = w($i0 + $L5);
	}
	unset($m0['zebra']);
	return w((($i0 - 2147483647) ?: $i1));
}
$i0 = 53; $i1 = 105; $i2 = 23; $i3 = 128; $i4 = -29; $i5 = -7; $f0 = 0.5; $f1 = -1.125; $f2 = -1.125; $s0 = '10'; $s1 = '10'; $s2 = '12'; $s3 = 'caba'; $s4 = 'bacab'; $a0 = [33, 28]; $a1 = [43, 36, 35, 45, 49]; $a2 = [-9, 1, 22]; $a3 = [27, 41, 33]; $m0 = []; $m1 = ['abc' => 0]; $m2 = ['a-b' => 27];
// block 0
$L6 = 0;
do {
	unset($m1['bacab']);
	switch (count([$i0, $i2, $i1]) % 4) {
	case 0:
		$s4 = cut(cut(gettype(false) . trim(cut('10' . $s1))));
		break;
	case 1:
		$i5 = w(54);
		break;
	case 2:
		$i5 = w($i1);
	default:
		$a2 = lim($a3);
		break;
	}
} while (++$L6 < 2 && ++$steps < 4000);
[$i5, $s3] = [w(min(count($a3), $i1, 1_000)), cut(json_encode([($a3[3] ?? -9), $i4, $i4]))];
$i1 |= 33;
state('b0', $i0, $i2, $s2, $f1, $a2, $m2);
// block 1
$i3--;
$s2 .= cut(cut('Key' . '28')); $s2 = cut($s2);
$a3 = lim(array_values(array_intersect(sorted($a2), array_map('strlen', explode('z', chr(97 + abs($i4) % 26))))));
$a0 = $a3; if (isset($a0[1])) $a0[1] = w((($i3 + (int) ($m1['3.5'] ?? 4)) + $i3));
state('b1', $i3, $i0, $s2, $f0, $a0, $m2);
// block 2
foreach ($a3 as $L8 => $e8) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e8 - $L8);
	$i3 += 1;
}
$s4 = cut($s2);
if (isset($m0['World'])) {
	if (array_is_list($m1)) {
		$m1['10'] ??= 'foo_bar';
		$i1++;
		$a2[] = $i3; $a2 = lim($a2);
	} elseif (((($m0['zebra'] ?? 'none') . '') < $s1)) {
		if (($i1 < 7)) {
			$a0 = lim(range(3, 10));
			$s3 = cut(json_encode(array_merge(...array_chunk($a3, 2))));
			$a3[] = ($i1 ?: $i2); $a3 = lim($a3);
		}
		$i4 = w(('zebra' <=> (str_starts_with($s4, 'x') ? $s1 : '64')));
	} else {
		$L12 = 3;
		while ($L12-- > 0) {
			if (++$steps > 4000) break;
			$a0 = lim([substr_count("y1{$i3}-$s4", 'a')]);
		}
	}
	$s1 = cut('7');
	$i4 = w(((($m2['foo_bar'] ?? 'none') . '') <=> ucwords((($m0['y1'] ?? 'none') . ''))));
} elseif (($i4 > $i4)) {
	$a2 = lim($a1);
	usort($a2, fn($p, $q) => $q % 10 <=> $p % 10);
} else {
	$m1['World'] = number_format(fmod($f1, 10000), 2);
}
$a1[] = (w($i5 * $i4) - $i4); $a1 = lim($a1);
$a1[] = $i5; $a1 = lim($a1);
state('b2', $i3, $i2, $s0, $f2, $a3, $m0);
// block 3
foreach ($m2 as $L13 => $val) {
	$s0 = cut($s0 . $L13 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L13)));
}
foreach ((true ? array_values(array_unique($a2)) : $a2) as $L14 => $e14) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e14 - $L14);
	usort($a0, fn($p, $q) => $q % 10 <=> $p % 10);
	[$i3, $s2] = [w(w(crc32($s0))), cut((string) count($a2))];
}
state('b3', $i4, $i2, $s4, $f2, $a2, $m2);
// block 4
$a1 = lim($a0);
$s0 = cut('47');
for ($L15 = 0; $L15 < 2; $L15++) {
	if (++$steps > 4000) break;
	$i2 = w(($i2 - $i4));
	$i0 = w($i0 + $L15);
}
foreach ([(~83), ($i4 <=> $i5), -6] as $L16 => $e16) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e16 - $L16);
	$a2 = lim(lim([...$a2, ord(var_export($s0, true)), ...array_fill(0, 0, ($i5 + $i3))]));
	$m0['a-b'] ??= null;
}
foreach ($a1 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
state('b4', $i5, $i1, $s1, $f2, $a0, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
