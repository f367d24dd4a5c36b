<?php
// phpfuzz-lite seed 18
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
	$m1['cab'] ??= ($i1 > $i1);
	$s0 = cut(gettype(str_replace('c', 'cab', substr('0', 0, 9))));
	$a1[] = (count([$i1, $i0, 2]) + substr_count($s1, 'a')); $a1 = lim($a1);
	$L1 = 5;
	while ($L1-- > 0) {
		if (++$steps > 4000) break;
		$a0[] = min(65535, (~-19), (($s0 === '0') ? $i1 : $i0)); $a0 = lim($a0);
		$s0 = cut(cut(str_repeat($s1, 1)));
	}
	for ($L2 = 0; $L2 < 5; $L2++) {
		if (++$steps > 4000) break;
		$a0 = $a1; if (isset($a0[1])) $a0[1] = w($i0);
		$a1 = lim(array_slice([(int) ($m0['Zed'] ?? 1)], 4, 4));
		$i1 ^= 27;
		$i1 = w($i1 + $L2);
	}
	return w(w(count($a1) << 2));
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	$s0 .= cut(substr_replace($s0, 'foo_bar', 1, 2)); $s0 = cut($s0);
	for ($L3 = 0; $L3 < 5; $L3++) {
		if (++$steps > 4000) break;
		$i0 = w(15);
		$f0 = fmod(1e-3, 1e7);
		$m1['12'] = $i0;
		$i0 = w($i0 + $L3);
	}
	for ($L4 = 0; $L4 < 3; $L4++) {
		if (++$steps > 4000) break;
		$i0 = w(max((int) ($m0['cab'] ?? 49), (int) array_search($i1, $a1)));
		$i0 = w($i0 + $L4);
	}
	for ($L5 = 0; $L5 < 3; $L5++) {
		if (++$steps > 4000) break;
		$a1[] = ((int) array_search(1_000, $a1) + intdiv(15, 64)); $a1 = lim($a1);
		$m1['0'] = 'qq';
		if (is_numeric('zebra')) break;
		$i0 = w($i0 + $L5);
	}
	return w($i1);
}
$i0 = 55; $i1 = -18; $i2 = 8; $i3 = 135; $i4 = -23; $i5 = 95; $f0 = -1.125; $f1 = 2.75; $f2 = 33.0; $s0 = 'y1'; $s1 = 'Zed'; $s2 = 'zebra'; $s3 = 'Key'; $s4 = 'qq'; $a0 = [-2, 44, 45, -9, 46]; $a1 = [-1]; $a2 = [28]; $a3 = [16]; $m0 = ['caba' => 35, '10' => 39, '10' => 0]; $m1 = ['Key' => 8]; $m2 = ['010' => 27, '1e1' => 19];
// block 0
$s3 = cut($s0);
$s2 = cut(trim('cab'));
$i5 = w($i5);
$m0['cab'] = empty($a1);
foreach ($a2 as &$ref) { $ref = w($ref * 3 + 1); } unset($ref);
state('b0', $i0, $i1, $s2, $f0, $a0, $m0);
// block 1
$a2[] = 7; $a2 = lim($a2);
$a1 = lim($a3);
$L7 = 5;
while ($L7-- > 0) {
	if (++$steps > 4000) break;
	$m0['Key'] ??= (($m1['cab'] ?? 'none') . '');
	array_splice($a3, 1, 1);
	$i2++;
}
$s3 = cut((('hello')[2] ?? '_'));
state('b1', $i1, $i1, $s1, $f2, $a0, $m1);
// block 2
$f1 = fmod(($f2 + round(0.1, 3)), 1e7);
$i3--;
array_splice($a1, 1, 1);
state('b2', $i3, $i2, $s1, $f1, $a2, $m1);
// block 3
if (($s2 === 'zebra')) {
	array_splice($a0, 1, 1);
	$a0 = lim([0, substr_count((($m0['010'] ?? 'none') . ''), 'a'), (- $i5)]);
}
foreach ($m0 as $L9 => $val) {
	$s0 = cut($s0 . $L9 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L9)));
}
[$i0, $s0] = [w($i5), cut("x{$i5}-$s0")];
$s0 .= cut(ucwords('42')); $s0 = cut($s0);
state('b3', $i1, $i0, $s0, $f2, $a2, $m2);
// block 4
$a1 = $a0; if (isset($a1[1])) $a1[1] = w(((int) fmod((float) $i3, 10000) >> 2));
$L10 = 5;
while ($L10-- > 0) {
	if (++$steps > 4000) break;
	$s1 = cut(strtoupper((($m0['Key'] ?? 'none') . '')));
	$i3 = w(33);
	$L11 = 0;
	do {
		if (($i1 < 68)) {
			$i5 -= 14;
			$i5--;
			$m1['hello'] = (strpos($s4, '-') === false ? 85 : 7);
		} elseif (($i2 > $i4)) {
			usort($a2, fn($p, $q) => $q % 10 <=> $p % 10);
		} else {
			[$i1, $s1] = [w(1_000), cut('qq')];
		}
	} while (++$L11 < 5 && ++$steps < 4000);
}
$i1 += 24;
state('b4', $i1, $i2, $s0, $f1, $a2, $m0);
// block 5
$a0 = $a1; if (isset($a0[1])) $a0[1] = w(($i5 + $i1));
switch (($i4 ?: 7) % 4) {
case 0:
	$i5 += 19;
case 1:
	$i3++;
	break;
case 2:
	unset($m2['12']);
	break;
default:
	array_pop($a2);
	break;
}
if (($i4 < 7)) {
	if ((ceil($f2) >= $f1)) {
		for ($L16 = 0; $L16 < 1; $L16++) {
			if (++$steps > 4000) break;
			$i2 = w($i3);
			$a2[] = (false ? (int) fmod($f0, 10000) : ($i3 - ($a2[4] ?? -8))); $a2 = lim($a2);
			$i0 = w($i0 + $L16);
		}
	}
	$a0 = lim(array_map('strlen', explode('c', 'Zed')));
	foreach (lim([...[], min($i3, 6, $i1), ...lim(array_merge($a2, []))]) as $L17 => $e17) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e17 - $L17);
		$a2[] = $i1; $a2 = lim($a2);
		$L18 = 3;
		while ($L18-- > 0) {
			if (++$steps > 4000) break;
			$s4 = cut(strrev((string) $i2));
			array_pop($a0);
			$i2 = w(1);
		}
	}
} elseif (($s1 < '3.5')) {
	if (($i4 > $i3)) {
		$m1['bacab'] ??= count($a2);
	} elseif (str_contains($s2, 'a')) {
		unset($m0['3.5']);
	}
	if (($i1 < 2)) {
		$a2 = $a3; if (isset($a2[1])) $a2[1] = w($i1);
		$L21 = 0;
		do {
			unset($m2['12']);
		} while (++$L21 < 3 && ++$steps < 4000);
		if (($i0 > $i2)) {
			$m1['3.5'] ??= 63;
			$s0 = cut(cut('zebra' . '010'));
			$a1 = lim(range(1, 12));
		} elseif (($f2 >= $f0)) {
			$i3 = w($i2);
		} else {
			$m2['zebra'] ??= $f2;
			$i5 = w(65);
		}
	}
} else {
	$L23 = 3;
	while ($L23-- > 0) {
		if (++$steps > 4000) break;
		unset($m1['hello']);
	}
	$s2 .= cut($s2); $s2 = cut($s2);
}
unset($m2['cab']);
$i3 = w($i4);
state('b5', $i2, $i4, $s0, $f0, $a0, $m1);
// block 6
$i2--;
$i2++;
$L24 = 2;
while ($L24-- > 0) {
	if (++$steps > 4000) break;
	$i4 = w(((int) ($i1 > $i5) + (int) array_search(($a3[0] ?? 1), (false ? $a1 : [5, $i3, $i3]))));
	$i0 = w(abs((array_is_list($m2) ? (42 - $i3) : $i3)));
}
foreach (array_fill(0, 3, 91) as $L25 => $e25) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e25 - $L25);
	unset($m2['x']);
}
if (($s4 == $i2)) {
	$a1 = lim([]);
	$s1 .= cut('12'); $s1 = cut($s1);
	$a0[] = 56; $a0 = lim($a0);
}
state('b6', $i1, $i1, $s3, $f1, $a3, $m2);
// block 7
for ($L27 = 0; $L27 < 4; $L27++) {
	if (++$steps > 4000) break;
	for ($L28 = 0; $L28 < 2; $L28++) {
		if (++$steps > 4000) break;
		if (isset($m0['zebra'])) {
			$f2 = fmod(((-3.75 + ceil($f0)) / 4), 1e7);
			$a3 = $a2; if (isset($a3[1])) $a3[1] = w((~(~count($a2))));
			$i4--;
		} elseif (!($i3 > $i4)) {
			unset($m0['hello']);
			rsort($a3);
		}
		if (((int) isset($m0['ab']) <= (65535 | -5))) {
			[$i5, $s2] = [w((- 88)), cut(cut(str_repeat($s1, 4)))];
			$i4 = w(max(intdiv((1 & count($a2)), 64), $i3));
		}
		unset($m0['Zed']);
		$i1 = w($i1 + $L28);
	}
	$m2['bacab'] ??= ($i3 < 6);
	sort($a2);
	$i1 = w($i1 + $L27);
}
$m1['qq'] = $s2;
$m0['3.5'] = $f1;
$s0 = cut('zebra');
state('b7', $i1, $i1, $s3, $f2, $a3, $m1);
// block 8
$i2 |= 8;
$L31 = 1;
while ($L31-- > 0) {
	if (++$steps > 4000) break;
	foreach ($m2 as $L32 => $val) {
		$s0 = cut($s0 . $L32 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L32)));
	}
	if (((null < $i0) || ($i2 === $s4))) {
		foreach (array_map('strlen', explode('c', $s4)) as $L34 => $e34) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e34 - $L34);
			array_pop($a2);
			$f0 = fmod($f0, 1e7);
		}
	} elseif (array_is_list($m1)) {
		switch (($i2 ?: 13) % 4) {
		case 0:
			$f0 = fmod($f2, 1e7);
			break;
		case 1:
			$a0 = lim([$i1]);
			break;
		case 2:
			$m1['World'] = null;
			break;
		default:
			$i2--;
		}
	} else {
		$a1[] = (strcmp('1e1', 'zebra') + $i0 * strlen($s3) % 100 - $i3) % 10007; $a1 = lim($a1);
		foreach ($m2 as $L36 => $val) {
			$s0 = cut($s0 . $L36 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L36)));
		}
	}
}
$a3 = lim([]);
switch ($i3 % 4) {
case 0:
	$s3 .= cut($s3); $s3 = cut($s3);
case 1:
	$f1 = fmod((($s3 == isset($m1['abc'])) ? ((float) $i0 / 4) : (float) (4 ^ $i2)), 1e7);
case 2:
	$i2 ^= 13;
	break;
default:
	[$i1, $s3] = [w(ord('cab')), cut(substr($s3, 3))];
}
state('b8', $i1, $i0, $s2, $f2, $a1, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
