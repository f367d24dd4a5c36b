<?php
// phpfuzz-lite seed 17
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
	$i0 = w($i1);
	$L1 = 0;
	do {
		$s1 = cut(decbin(abs($i0) % 512));
	} while (++$L1 < 2 && ++$steps < 4000);
	return w(abs(($i0 & $i0)));
}
$i0 = -15; $i1 = 91; $i2 = 32; $i3 = 81; $i4 = 93; $i5 = 86; $f0 = -1.125; $f1 = -1.125; $f2 = 2.75; $s0 = '3.5'; $s1 = '010'; $s2 = 'y1'; $s3 = 'foo_bar'; $s4 = 'x'; $a0 = [20]; $a1 = [14, 0]; $a2 = [-8, 50]; $a3 = [-2]; $m0 = ['foo_bar' => 8, '1e1' => 4]; $m1 = ['caba' => 15, 'Key' => 24]; $m2 = ['abc' => 3, '10' => 37, 'World' => 23];
// block 0
foreach ($m2 as $L2 => $val) {
	$s0 = cut($s0 . $L2 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L2)));
}
$a1[] = strlen($s0); $a1 = lim($a1);
$L3 = 1;
while ($L3-- > 0) {
	if (++$steps > 4000) break;
	$m0['y1'] ??= $i2;
	$L4 = 0;
	do {
		$a1 = lim(lim([...[($i0 ^ $i5), $i1, count($a0)], ((true && ($s0 === '10')) ? $i5 : $i0), ...array_pad(lim([...$a2, $i2, ...$a1]), 1, (int) ($m1['foo_bar'] ?? 95))]));
		foreach ([-17, $i2, $i2] as $L5 => $e5) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e5 - $L5);
			$s1 = cut('hello');
		}
	} while (++$L4 < 1 && ++$steps < 4000);
	foreach ((($i4 !== count($a1)) ? array_map('intval', array_keys($m2)) : array_fill(0, 2, $i2)) as $L6 => $e6) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e6 - $L6);
		$m0['3.5'] = '010';
	}
}
if (!(($i1 > $i1) || false)) {
	$L8 = 2;
	while ($L8-- > 0) {
		if (++$steps > 4000) break;
		$L9 = 1;
		while ($L9-- > 0) {
			if (++$steps > 4000) break;
			$i5--;
			$f1 = fmod(round(-3.75, 1), 1e7);
		}
		$L10 = 2;
		while ($L10-- > 0) {
			if (++$steps > 4000) break;
			$m0['12'] ??= '010';
			$i2++;
		}
		if (false) {
			$i3 -= 7;
		} elseif (array_is_list($m0)) {
			$i1 = w((($i1 & $i4) & ((($a0[3] ?? 1) == 5) ? count($a3) : min($i1, ($a0[0] ?? 7), -7))));
			$m0['10'] = $s1;
		} else {
			$a0 = lim(array_values(array_intersect($a3, [(999983 >> 0), 1_000, w(array_sum($a0))])));
			$i1 = w(-2147483648);
		}
	}
	switch (($i4 | $i4) % 4) {
	case 0:
		$m2['a-b'] ??= false;
	case 1:
		unset($m2['3.5']);
	case 2:
		$a2 = lim(lim(array_merge([6, strlen($s1), $i0], array_fill(0, 4, $i0))));
		break;
	default:
		$s0 = cut($s0);
		break;
	}
} else {
	$m2['a-b'] ??= ($i3 < 0);
	unset($m2['abc']);
}
foreach ($a0 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
state('b0', $i3, $i3, $s1, $f2, $a1, $m0);
// block 1
$s0 = cut(sprintf('%.2f|%8.3f|%e', fmod(($i5 / 8), 10000), round(fmod(ceil($f1), 500)), round(fmod(100.0, 500))));
for ($L14 = 0; $L14 < 1; $L14++) {
	if (++$steps > 4000) break;
	$a3 = lim($a1);
	array_shift($a0);
	$m1['foo_bar'] = ($s1 <=> (($m2['010'] ?? 'none') . ''));
	$i0 = w($i0 + $L14);
}
$a3 = lim(lim([...$a0, $i2, ...$a0]));
state('b1', $i3, $i0, $s2, $f2, $a1, $m2);
// block 2
[$i1, $s4] = [w($i1), cut(str_replace('1', 'a-b', substr($s3, 0, 9)))];
foreach ($a3 as &$ref) { $ref = w($ref * 3 + 1); } unset($ref);
foreach ([] as $L16 => $e16) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e16 - $L16);
	switch ($i0 % 4) {
	case 0:
		$s3 = cut(ucwords((string) $f0));
		break;
	case 1:
		$i3++;
		break;
	case 2:
		$a0 = lim(array_values(array_unique($a3)));
		break;
	default:
		$i0 = w(83);
		break;
	}
	$i0 = w($i0);
}
$i5 = w($i2);
$a1 = lim(array_values(array_unique(array_reverse([($a0[4] ?? 89), 64, $i3]))));
state('b2', $i0, $i2, $s4, $f2, $a1, $m2);
// block 3
for ($L18 = 0; $L18 < 2; $L18++) {
	if (++$steps > 4000) break;
	$i1 = w(7);
	if ((($i0 > $i1) xor ($i0 < 79))) {
		array_shift($a0);
		[$i5, $s4] = [w(0x7f), cut('Key')];
		$L20 = 4;
		while ($L20-- > 0) {
			if (++$steps > 4000) break;
			$i5 = w($i2);
			rsort($a2);
			$s3 .= cut(addslashes($s1)); $s3 = cut($s3);
		}
	} else {
		$a2 = $a3; if (isset($a2[1])) $a2[1] = w((isset($m1['cab']) ? 5 : (78 ^ 13)));
	}
	$i1 = w($i1 + $L18);
}
foreach (array_fill(0, 2, levenshtein($s1, 'abcab')) as $L21 => $e21) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e21 - $L21);
	$a1 = $a3; if (isset($a1[1])) $a1[1] = w(w(strlen($s1) << 1));
	foreach ($m0 as $L22 => $val) {
		$s0 = cut($s0 . $L22 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L22)));
	}
}
foreach ($a0 as &$ref) { $ref = w($ref * 5 + 1); } unset($ref);
if ((0b1011 == (int) fmod(0.1, 10000))) {
	$a3 = $a2; if (isset($a3[1])) $a3[1] = w((intdiv($i2, 5) ^ (int) fmod($f2, 10000)));
	$i4 += 48;
} elseif (($i2 > $i1)) {
	$a0[] = w(-13 * w($i2 * $i2)); $a0 = lim($a0);
	switch (($i0 - $i0) % 4) {
	case 0:
		$i0++;
		break;
	case 1:
		$i3 += 16;
	case 2:
		$f2 = fmod(($f2 / 4), 1e7);
		break;
	default:
		$m1['cab'] = "1e1{$i0}-$s0";
	}
}
for ($L26 = 0; $L26 < 3; $L26++) {
	if (++$steps > 4000) break;
	if (str_contains('1', '1')) {
		$L28 = 1;
		while ($L28-- > 0) {
			if (++$steps > 4000) break;
			$a2 = $a0; if (isset($a2[1])) $a2[1] = w(match ((- $i4) % 4) { 0 => (($a2[2] ?? 1) % 5), 1, 2 => count($a0), default => $i1 });
			$a3[] = $i0; $a3 = lim($a3);
		}
		for ($L29 = 0; $L29 < 3; $L29++) {
			if (++$steps > 4000) break;
			[$i1, $s2] = [w(($i4 ?: 32)), cut(cut('ab' . (($m1['010'] ?? 'none') . '')))];
			[$i1, $s2] = [w($i2), cut(trim($s1))];
			$i1 = w($i1 + $L29);
		}
	} elseif (($i3 == $i2)) {
		if (empty($a1)) {
			$i0 ^= 13;
			$s1 = cut(ucwords('1e1'));
		} elseif ((count($a0) == $i4)) {
			[$i3, $s4] = [w(max($i5, $i0)), cut("hello{$i3}-$s4")];
			$i3 = w(max(abs(43), $i3));
		}
		$i4++;
	}
	for ($L31 = 0; $L31 < 2; $L31++) {
		if (++$steps > 4000) break;
		for ($L32 = 0; $L32 < 2; $L32++) {
			if (++$steps > 4000) break;
			$i5 |= 41;
			[$i5, $s0] = [w(($a3[1] ?? 5)), cut(str_replace('1', 'cab', substr('abc', 0, 9)))];
			$i2 -= 27;
			$i1 = w($i1 + $L32);
		}
		array_shift($a3);
		if (($i1 < 81)) {
			$s2 = cut('bacab');
		} else {
			$m1['zebra'] = null;
			[$i2, $s0] = [w((strlen($s1) >> 0)), cut("abc{$i4}-$s0")];
		}
		if (true) break;
		$i1 = w($i1 + $L31);
	}
	if ((($i0 < 3) && ($s1 === 'foo_bar'))) continue;
	$i1 = w($i1 + $L26);
}
state('b3', $i5, $i5, $s0, $f1, $a2, $m0);
// block 4
$m1['Zed'] = ($i3 & 85);
$i0 = w(017);
foreach ($a2 as $L34 => $e34) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e34 - $L34);
	array_splice($a2, 1, 1);
	switch (-14 % 4) {
	case 0:
		$i4 = w(5);
		break;
	case 1:
		$i3 ^= 38;
		break;
	case 2:
		$i4 = w($i5);
		break;
	default:
		[$i5, $s4] = [w($i5), cut($s3)];
		break;
	}
}
$a0 = lim($a2);
$L36 = 3;
while ($L36-- > 0) {
	if (++$steps > 4000) break;
	if ((7 === ($s0 === 'cab'))) {
		if (((float) $i2 >= 100.0)) {
			$i4 = w((int) fmod($f0, 10000));
			unset($m1['y1']);
			$a1 = $a2; if (isset($a1[1])) $a1[1] = w($i0);
		}
		$L39 = 0;
		do {
			[$i1, $s1] = [w($i3), cut(sprintf('%.2f|%8.3f|%e', round(fmod((float) -16, 500)), fmod($f1, 10000), round(fmod($f0, 500))))];
		} while (++$L39 < 5 && ++$steps < 4000);
	} elseif ((($i2 < 2) && ($i3 > $i2))) {
		$i3 = w((array_reduce(array_values(array_diff([], [$i2, 29, 88])), fn($c, $x) => w($c * 2 + $x), 32) + 2 * min(4, match ($i5 % 4) { 0 => strlen($s2), 1, 2 => 38, default => $i2 }, $i3) % 100 - count([$i3, count($a3), $i2])) % 10007);
		$a1 = $a1; if (isset($a1[1])) $a1[1] = w(substr_count('23', 'a'));
	} else {
		unset($m2['a-b']);
		$L40 = 0;
		do {
			$i3 = w($i1);
		} while (++$L40 < 2 && ++$steps < 4000);
	}
}
state('b4', $i3, $i5, $s1, $f0, $a3, $m0);
// block 5
$i4 -= 6;
switch ((0b1011 + $i1 * 52 % 100 - (int) ($m0['cab'] ?? -20)) % 10007 % 4) {
case 0:
	$f2 = fmod((float) $i5, 1e7);
	break;
case 1:
	usort($a2, fn($p, $q) => $q % 10 <=> $p % 10);
case 2:
	$i5 = w(017);
	break;
default:
	unset($m2['caba']);
	break;
}
foreach ($a0 as $L42 => $e42) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e42 - $L42);
	$s0 .= cut("1e1{$i1}-$s3"); $s0 = cut($s0);
	$L43 = 0;
	do {
		if ((isset($m2['010']) || (($i4 < 16) && ($i0 < 14)))) {
			$i0 = w($i3);
			$m2['abc'] ??= count($a2);
		} elseif ((false xor true)) {
			$a0[] = $i2; $a0 = lim($a0);
			array_splice($a3, 1, 1);
		}
	} while (++$L43 < 2 && ++$steps < 4000);
}
switch ($i2 % 4) {
case 0:
	[$i5, $s4] = [w(w($i3 * $i1)), cut(cut(str_repeat('13', 4)))];
	break;
case 1:
	$s1 = cut('3.5');
case 2:
	$a2[] = (68 ^ 1); $a2 = lim($a2);
default:
	$s1 .= cut((('24')[3] ?? '_')); $s1 = cut($s1);
	break;
}
state('b5', $i2, $i0, $s2, $f2, $a3, $m0);
// block 6
unset($m1['bacab']);
for ($L46 = 0; $L46 < 1; $L46++) {
	if (++$steps > 4000) break;
	array_splice($a3, 1, 1);
	$i2 |= 46;
	if ((($i5 < 48) === $f0)) continue;
	$i1 = w($i1 + $L46);
}
state('b6', $i1, $i5, $s0, $f1, $a1, $m0);
// block 7
$m0['foo_bar'] ??= ($i3 > $i5);
$a1 = $a0; if (isset($a1[1])) $a1[1] = w(w($i4 * 61));
state('b7', $i3, $i4, $s1, $f0, $a3, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
