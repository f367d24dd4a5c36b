<?php
// phpfuzz-lite seed 7
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
	[$i0, $s0] = [w((strpos('qq', 'z') === false ? 30 : 7)), cut(cut('x' . '12'))];
	$i0 |= 6;
	array_splice($a1, 1, 1);
	return w($i1);
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	switch (abs(93) % 4) {
	case 0:
		$s0 .= cut('12'); $s0 = cut($s0);
	case 1:
		array_shift($a1);
		break;
	case 2:
		$i0 -= 49;
		break;
	default:
		unset($m1['3.5']);
		break;
	}
	$i0++;
	if (($i1 < 10)) {
		$i1 += 3;
	} elseif ((($i0 > $i0) || true)) {
		array_pop($a0);
		$a1[] = $i0; $a1 = lim($a1);
	} else {
		$m0['010'] ??= $i1;
		$a0 = $a0; if (isset($a0[1])) $a0[1] = w(w(w($i1 * $i0) * (65535 % 2)));
	}
	$i1 |= 19;
	$s0 = cut($s1);
	return w(count($a0));
}
$i0 = 56; $i1 = 3; $i2 = 89; $i3 = 132; $i4 = 13; $i5 = 31; $f0 = 0.5; $f1 = 33.0; $f2 = 33.0; $s0 = 'qq'; $s1 = 'foo_bar'; $s2 = 'caba'; $s3 = 'x'; $s4 = 'y1'; $a0 = [37]; $a1 = [24]; $a2 = [17, 14]; $a3 = []; $m0 = ['1e1' => 1, 'hello' => 12, 'Key' => 24]; $m1 = ['abc' => 3, '010' => 20]; $m2 = [];
// block 0
if (($i4 < 7)) {
	foreach ($a3 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
	$i1 = w(count($a0));
	for ($L5 = 0; $L5 < 2; $L5++) {
		if (++$steps > 4000) break;
		foreach (range(3, 11) as $L6 => $e6) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e6 - $L6);
			unset($m2['World']);
			$s2 = cut(decbin(abs(($i1 + ($i0 <=> count($a1)))) % 512));
		}
		for ($L7 = 0; $L7 < 4; $L7++) {
			if (++$steps > 4000) break;
			$s2 .= cut(cut($s4 . $s0)); $s2 = cut($s2);
			$a2 = lim($a0);
			$i1++;
			$i0 = w($i0 + $L7);
		}
		$s4 = cut('71');
		$i0 = w($i0 + $L5);
	}
}
for ($L8 = 0; $L8 < 3; $L8++) {
	if (++$steps > 4000) break;
	foreach (array_pad($a2, 2, $i4) as $L9 => $e9) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e9 - $L9);
		[$i1, $s1] = [w($i4), cut($s2)];
		unset($m2['3.5']);
	}
	$i1 = w($i1 + $L8);
}
$a2 = lim($a0);
state('b0', $i3, $i3, $s4, $f0, $a0, $m0);
// block 1
$i3 = w($i0);
$a3 = lim(array_values(array_filter($a3, fn($x) => $x % 3 != 3)));
state('b1', $i2, $i0, $s2, $f1, $a3, $m1);
// block 2
$m1['12'] = $f1;
if (((int) ($m1['Key'] ?? 4) == ($i1 - $i4))) {
	for ($L11 = 0; $L11 < 1; $L11++) {
		if (++$steps > 4000) break;
		if (isset($m0['y1'])) {
			[$i2, $s1] = [w($i4), cut(cut((($m1['abc'] ?? 'none') . '') . (($m1['1e1'] ?? 'none') . '')))];
		}
		$i5 = w($i0);
		$s0 = cut(ucfirst(strtolower("010{$i2}-$s3")));
		$i0 = w($i0 + $L11);
	}
	switch ($i0 % 4) {
	case 0:
		$m2['Zed'] = null;
		break;
	case 1:
		$s2 = cut(substr($s3, -4));
	case 2:
		$i3 = w(($i2 + 7));
		break;
	default:
		$i5 = w($i2);
		break;
	}
}
array_splice($a1, 1, 1);
state('b2', $i5, $i3, $s0, $f1, $a0, $m2);
// block 3
$a3 = $a2; if (isset($a3[1])) $a3[1] = w($i1);
if (($i2 < 98)) {
	$a0[] = $i0; $a0 = lim($a0);
	$s2 = cut('a-b');
	$a2 = $a2; if (isset($a2[1])) $a2[1] = w(-2);
} else {
	$L15 = 3;
	while ($L15-- > 0) {
		if (++$steps > 4000) break;
		$i5 = w((95 & ($i1 + match (53 % 4) { 0 => count($a0), 1, 2 => 85, default => count($a0) })));
		$L16 = 1;
		while ($L16-- > 0) {
			if (++$steps > 4000) break;
			usort($a3, fn($p, $q) => $q % 10 <=> $p % 10);
			$s0 .= cut(substr_replace($s2, '0', 1, 2)); $s0 = cut($s0);
			$a0 = $a2; if (isset($a0[1])) $a0[1] = w($i4);
		}
		foreach ([(($a2[1] ?? 69) | 1)] as $L17 => $e17) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e17 - $L17);
			$m0['a-b'] = $i1;
			$i4 ^= 19;
		}
	}
	if (($i1 === 1.25)) {
		$L19 = 2;
		while ($L19-- > 0) {
			if (++$steps > 4000) break;
			$m0['cab'] ??= $i1;
			$s3 = cut(str_replace('a', '3.5', substr($s4, 0, 9)));
			$i0 = w((ord($s3) & (in_array($i1, $a1) ? 3 : (- 0))));
		}
	} else {
		array_shift($a3);
		$m2['abc'] ??= 4;
	}
}
switch ((50 - 25) % 4) {
case 0:
	[$i2, $s1] = [w($i3), cut($s0)];
	break;
case 1:
	$a2[] = max(w($i0 * $i2), ($i0 - 2)); $a2 = lim($a2);
case 2:
	$s2 = cut(trim($s2));
	break;
default:
	$a2 = $a2; if (isset($a2[1])) $a2[1] = w(63);
	break;
}
$f2 = fmod(floor($f0), 1e7);
$a2 = $a0; if (isset($a2[1])) $a2[1] = w($i4);
state('b3', $i5, $i2, $s2, $f2, $a3, $m2);
// block 4
$i1--;
$s3 = cut(substr(chr(97 + abs((- $i1)) % 26), 3));
if (($i3 == ($i5 + 999983))) {
	$f2 = fmod(2e3, 1e7);
} elseif (($i5 == $i5)) {
	switch ($i1 % 4) {
	case 0:
		$i2 = w(strlen($s2));
		break;
	case 1:
		$a0 = lim(array_pad(range(2, 12), 3, (($i1 & $i0) ?: $i4)));
	case 2:
		$a1 = $a1; if (isset($a1[1])) $a1[1] = w(w(2147483647 * match ($i2 % 4) { 0 => $i5, 1, 2 => $i0, default => strlen($s2) }));
		break;
	default:
		$s2 = cut(substr($s2, 3));
		break;
	}
}
for ($L23 = 0; $L23 < 2; $L23++) {
	if (++$steps > 4000) break;
	for ($L24 = 0; $L24 < 4; $L24++) {
		if (++$steps > 4000) break;
		$s3 .= cut($s4); $s3 = cut($s3);
		if ((17 == (int) array_search(1, $a1))) {
			$a2 = lim(array_values(array_intersect([6], $a2)));
			$i4 += 9;
			$m0['010'] = null;
		} else {
			$m2['zebra'] ??= 0.1;
		}
		$i0 = w($i0 + $L24);
	}
	if (($i4 > $i1)) {
		$i5 = w(((6 ?: (int) ($m2['hello'] ?? 32)) ?: max(w($i5 * $i3), max(count($a1), -2147483648))));
		if (($i1 < 1)) {
			$i0--;
		} elseif (str_contains('51', 'b')) {
			$s4 .= cut(json_encode($a1)); $s4 = cut($s4);
		} else {
			$i2 = w($i5);
			$i4 = w($i2);
		}
		foreach ($m0 as $L28 => $val) {
			$s0 = cut($s0 . $L28 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L28)));
		}
	}
	if (($i2 < 73)) continue;
	$i0 = w($i0 + $L23);
}
state('b4', $i1, $i5, $s4, $f0, $a0, $m0);
// block 5
if (($i5 > $i4)) {
	$s4 = cut('7');
	$L30 = 0;
	do {
		unset($m2['0']);
	} while (++$L30 < 2 && ++$steps < 4000);
} elseif (true) {
	switch ((($a0[2] ?? 21) ?: $i5) % 4) {
	case 0:
		$i0 = w(max((count($a3) >> 0), ($i3 & (- $i2))));
		break;
	case 1:
		[$i4, $s1] = [w(ord('zebra')), cut(cut(implode('b', $a1)))];
	case 2:
		$i0 += 5;
		break;
	default:
		unset($m2['hello']);
		break;
	}
}
$i5 += 49;
$f0 = fmod($f0, 1e7);
unset($m0['cab']);
state('b5', $i3, $i3, $s3, $f1, $a1, $m2);
// block 6
$m2['Zed'] ??= isset($m1['1e1']);
foreach ([(7 % 3), (~$i3), count($a3)] as $L32 => $e32) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e32 - $L32);
	if (is_numeric('foo_bar')) {
		if (str_contains($s0, '1')) {
			[$i4, $s3] = [w($i2), cut($s2)];
		} else {
			$s4 = cut($s1);
		}
		$i1 += 21;
	}
	$s3 = cut('50');
}
$s3 .= cut(strtoupper('62')); $s3 = cut($s3);
$i4++;
foreach ($a3 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
state('b6', $i5, $i1, $s0, $f2, $a0, $m2);
// block 7
$i2 ^= 14;
$m2['12'] = null;
for ($L36 = 0; $L36 < 4; $L36++) {
	if (++$steps > 4000) break;
	$a3 = lim(array_fill(0, 3, min(intdiv($i3, 10), ord('x'), ((int) '1e1' % 997))));
	for ($L37 = 0; $L37 < 1; $L37++) {
		if (++$steps > 4000) break;
		if (!(($i1 > $i2) xor ($i0 < 2))) {
			$s2 = cut('foo_bar');
			$a1[] = count($a1); $a1 = lim($a1);
			$i3++;
		} elseif (($i5 < 6)) {
			$i1++;
		}
		$i1 = w($i1 + $L37);
	}
	for ($L39 = 0; $L39 < 4; $L39++) {
		if (++$steps > 4000) break;
		foreach ($a3 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
		$i3--;
		if (($i2 < 5)) continue;
		$i0 = w($i0 + $L39);
	}
	$i0 = w($i0 + $L36);
}
state('b7', $i2, $i2, $s4, $f1, $a1, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
