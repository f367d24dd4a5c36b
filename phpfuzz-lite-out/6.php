<?php
// phpfuzz-lite seed 6
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
	$m1['x'] ??= 54;
	$s0 = cut('85');
	return w((w(array_sum($a1)) ?: 73));
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	foreach (array_map('intval', array_keys($m1)) as $L1 => $e1) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e1 - $L1);
		unset($m1['1e1']);
	}
	if ((bool) ($a0[3] ?? 18)) {
		$a0 = lim($a1);
		usort($a1, fn($p, $q) => $q % 10 <=> $p % 10);
	}
	return w(max(($i0 | $i1), ((($m1['World'] ?? 'none') . '') <=> (($m1['a-b'] ?? 'none') . ''))));
}
$i0 = 108; $i1 = 109; $i2 = 39; $i3 = 26; $i4 = 37; $i5 = 135; $f0 = -1.125; $f1 = 0.5; $f2 = -1.125; $s0 = '3.5'; $s1 = 'a-b'; $s2 = 'caba'; $s3 = 'ab'; $s4 = 'caba'; $a0 = []; $a1 = [-5, 29]; $a2 = [25, 46]; $a3 = []; $m0 = ['010' => 12, 'cab' => 37, 'qq' => 22]; $m1 = ['abc' => 24, 'World' => 7, 'cab' => 35]; $m2 = [];
// block 0
foreach ($a0 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
$a2 = lim($a1);
$a2 = lim(array_pad((true ? array_reverse($a3) : [$i1]), 3, $i0));
$L4 = 0;
do {
	$L5 = 2;
	while ($L5-- > 0) {
		if (++$steps > 4000) break;
		if (($f0 == $i3)) {
			$s4 = cut('y1');
			$i2 = w(($a0[0] ?? 56));
		} elseif (true) {
			$a2 = $a3; if (isset($a2[1])) $a2[1] = w(w(array_reduce($a0, fn($c, $x) => w($c * 2 + $x), 6) * levenshtein($s2, 'abcab')));
		} else {
			[$i5, $s2] = [w(w(strlen($s1) * $i2)), cut($s2)];
			$a2[] = strlen($s1); $a2 = lim($a2);
		}
		for ($L7 = 0; $L7 < 1; $L7++) {
			if (++$steps > 4000) break;
			$i4 = w((intdiv($i1, 2) - (int) fmod(2e3, 10000)));
			$s3 = cut(cut(ucfirst(strtolower('10')) . strtoupper($s4)));
			$s1 = cut(substr('cab', 3, 3));
			if ((bool) $s1) continue;
			$i0 = w($i0 + $L7);
		}
		[$i2, $s1] = [w(((int) ($m0['3.5'] ?? 92) ^ $i4)), cut($s1)];
	}
} while (++$L4 < 4 && ++$steps < 4000);
$a2 = lim($a2);
state('b0', $i2, $i1, $s1, $f0, $a3, $m1);
// block 1
unset($m1['1e1']);
$s3 .= cut($s0); $s3 = cut($s3);
foreach (array_values(array_filter(array_map('intval', array_keys($m1)), fn($x) => $x % 3 != 0)) as $L8 => $e8) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e8 - $L8);
	$m0['foo_bar'] = 0.1;
}
state('b1', $i1, $i3, $s1, $f0, $a3, $m1);
// block 2
$s1 .= cut("zebra{$i2}-$s1"); $s1 = cut($s1);
for ($L9 = 0; $L9 < 4; $L9++) {
	if (++$steps > 4000) break;
	sort($a1);
	unset($m0['x']);
	if (($f2 >= $f2)) {
		$i3++;
		switch (min($i1, 2, $i4) % 4) {
		case 0:
			$s2 = cut('x');
			break;
		case 1:
			$f0 = fmod(fmod(((float) (int) ($m1['3.5'] ?? 73) / 4), 7.5), 1e7);
			break;
		case 2:
			$m2['abc'] ??= $i1;
			break;
		default:
			$i1 = w(fn_0(((empty($a3) || ($i1 < 2)) ? 32 : fn_0(-17, 1_000)), $i3));
		}
	}
	$i0 = w($i0 + $L9);
}
state('b2', $i0, $i3, $s0, $f0, $a3, $m2);
// block 3
$s0 = cut((($i2 > $i0) ? (("12{$i4}-$s3")[3] ?? '_') : 'a-b'));
$m2['abc'] ??= isset($m0['12']);
for ($L12 = 0; $L12 < 5; $L12++) {
	if (++$steps > 4000) break;
	foreach ($a3 as $L13 => $e13) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e13 - $L13);
		for ($L14 = 0; $L14 < 2; $L14++) {
			if (++$steps > 4000) break;
			$s1 = cut(substr(str_replace('1', 'abc', substr(cut('3.5' . $s3), 0, 9)), -1));
			if (($i5 < 20)) break;
			$i0 = w($i0 + $L14);
		}
		foreach (array_values(array_intersect(array_merge(...array_chunk($a2, 2)), array_map('strlen', explode('z', '22')))) as $L15 => $e15) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e15 - $L15);
			$s3 .= cut($s3); $s3 = cut($s3);
		}
	}
	$i1 = w($i3);
	$i0 = w($i0 + $L12);
}
if (in_array(abs(5), [45])) {
	$L17 = 2;
	while ($L17-- > 0) {
		if (++$steps > 4000) break;
		switch (($a1[1] ?? 4) % 4) {
		case 0:
			$a1 = $a0; if (isset($a1[1])) $a1[1] = w(($f1 <=> ($f2 / 4)));
		case 1:
			$i0--;
			break;
		case 2:
			$i3++;
			break;
		default:
			$i5 += 20;
			break;
		}
		$m2['010'] ??= (float) 51;
	}
} elseif ((($i3 > $i2) && true)) {
	foreach ($m1 as $L19 => $val) {
		$s0 = cut($s0 . $L19 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L19)));
	}
}
state('b3', $i0, $i0, $s3, $f0, $a2, $m2);
// block 4
foreach (array_values(array_diff($a2, array_map('ord', str_split(cut('0' . '.'))))) as $L20 => $e20) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e20 - $L20);
	$i4 = w(((017 >> 2) + (int) fmod($f2, 10000)));
	unset($m0['bacab']);
}
$i5--;
foreach ($a0 as &$ref) { $ref = w($ref * 6 + 1); } unset($ref);
state('b4', $i3, $i0, $s1, $f2, $a2, $m1);
// block 5
$a2 = $a1; if (isset($a2[1])) $a2[1] = w(max((count($a2) % 5), w($i1 << 4)));
$i2++;
if (true) {
	foreach ($m1 as $L23 => $val) {
		$s0 = cut($s0 . $L23 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L23)));
	}
	foreach ($m1 as $L24 => $val) {
		$s0 = cut($s0 . $L24 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L24)));
	}
	for ($L25 = 0; $L25 < 2; $L25++) {
		if (++$steps > 4000) break;
		$L26 = 0;
		do {
			$s4 .= cut("World{$i5}-$s0"); $s4 = cut($s4);
		} while (++$L26 < 3 && ++$steps < 4000);
		$a2[] = (w(-15 * $i1) + (int) ($m1['World'] ?? 67)); $a2 = lim($a2);
		$i0 = w($i0 + $L25);
	}
} else {
	$s1 = cut(ucwords(var_export('x', true)));
	if (in_array('caba', $m1)) {
		$s1 .= cut(cut($s0 . $s2)); $s1 = cut($s1);
	}
}
state('b5', $i2, $i4, $s1, $f2, $a1, $m2);
// block 6
switch ($i1 % 4) {
case 0:
	$i5 = w((86 & $i4));
case 1:
	$s3 = cut('foo_bar');
	break;
case 2:
	$m1['12'] = ($i4 < 1);
	break;
default:
	$a1 = $a1; if (isset($a1[1])) $a1[1] = w(($i5 % 64));
	break;
}
$m0['abc'] = "Zed{$i0}-$s0";
$a0 = $a3; if (isset($a0[1])) $a0[1] = w(($i0 ?: intdiv($i1, 2)));
$s2 = cut(cut(str_repeat(substr($s3, 0, 4), 0)));
state('b6', $i1, $i5, $s2, $f0, $a2, $m0);
// block 7
unset($m1['caba']);
foreach ($m2 as $L29 => $val) {
	$s0 = cut($s0 . $L29 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L29)));
}
$i2++;
foreach ($a0 as $L30 => $e30) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e30 - $L30);
	$a3[] = (in_array($i3, [count($a0), 3, $i0]) ? 45 : ($a1[3] ?? 94)); $a3 = lim($a3);
	$s3 = cut((string) ((($i5 < 66) ? (float) $i2 : $f1) + (100.0 + $f0)));
}
$i0 = w(fn_1($i4, ((($i1 > $i5) == $s0) ? 65535 : $i1)));
state('b7', $i1, $i2, $s0, $f0, $a3, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
