<?php
// phpfuzz-lite seed 88
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
	$L1 = 0;
	do {
		sort($a0);
		$m1['a-b'] ??= (($m1['World'] ?? 'none') . '');
	} while (++$L1 < 3 && ++$steps < 4000);
	$a0 = $a0; if (isset($a0[1])) $a0[1] = w($i0);
	unset($m1['1e1']);
	return w(abs(($i1 + $i1)));
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	switch (($i0 >> 4) % 4) {
	case 0:
		$a1 = $a0; if (isset($a1[1])) $a1[1] = w(match ($i0 % 4) { 0 => w($i0 << 2), 1, 2 => (int) ($m0['Key'] ?? -2), default => $i0 });
		break;
	case 1:
		$m0['ab'] = null;
		break;
	case 2:
		$a0[] = (substr_count('World', 'a') + $i1); $a0 = lim($a0);
		break;
	default:
		$m0['ab'] = (4 == 0b1011);
	}
	[$i1, $s0] = [w($i0), cut(cut(implode('x', $a1)))];
	array_pop($a0);
	unset($m0['1e1']);
	return w($i1);
}
$i0 = 23; $i1 = 4; $i2 = 45; $i3 = 122; $i4 = -37; $i5 = -42; $f0 = 0.5; $f1 = 2.75; $f2 = -1.125; $s0 = '0'; $s1 = 'ab'; $s2 = 'zebra'; $s3 = '0'; $s4 = '10'; $a0 = [26, 17]; $a1 = [9, 16, 50, 4, 41]; $a2 = [19, 14, 30, 47, 32]; $a3 = [43]; $m0 = ['abc' => 31, 'hello' => 15]; $m1 = ['Zed' => 18, 'Zed' => 16, 'cab' => 32]; $m2 = ['3.5' => 0];
// block 0
if ((($i4 == '0') && ($i0 < 83))) {
	switch (($i5 + 77) % 4) {
	case 0:
		$a2 = $a1; if (isset($a2[1])) $a2[1] = w(999983);
	case 1:
		$m2['010'] ??= null;
		break;
	case 2:
		$m0['World'] ??= $s0;
		break;
	default:
		$s1 .= cut($s4); $s1 = cut($s1);
	}
	$m1['y1'] ??= 'y1';
	[$i3, $s1] = [w($i4), cut((($m1['ab'] ?? 'none') . ''))];
}
if ((($i4 <= $i1) || isset($m0['12']))) {
	$s4 .= cut(md5('x')); $s4 = cut($s4);
	foreach ($m2 as $L6 => $val) {
		$s0 = cut($s0 . $L6 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L6)));
	}
} elseif (($i5 < 77)) {
	$i0++;
	for ($L7 = 0; $L7 < 5; $L7++) {
		if (++$steps > 4000) break;
		$m0['hello'] ??= $s3;
		$i3 = w($i2);
		$i1 = w($i1 + $L7);
	}
} else {
	$f1 = fmod((float) $i1, 1e7);
	$i1 = w((($i1 + ($a1[4] ?? 35)) | (- $i2)));
}
$i3 += 47;
$a2[] = $i3; $a2 = lim($a2);
$i1 = w((int) ($m1['caba'] ?? 0));
state('b0', $i1, $i1, $s3, $f2, $a2, $m2);
// block 1
switch (w(($i2 % 12) ** 1) % 4) {
case 0:
	$i0 = w(23);
case 1:
	$i3--;
case 2:
	$s1 .= cut('World'); $s1 = cut($s1);
	break;
default:
	$a1 = lim(lim(array_merge(array_map('ord', str_split(cut((($m1['caba'] ?? 'none') . '') . '.'))), [w($i4 * $i1), w(crc32($s3)), abs($i2)])));
	break;
}
if (str_starts_with(substr($s0, -0), '1')) {
	$L10 = 2;
	while ($L10-- > 0) {
		if (++$steps > 4000) break;
		$s2 = cut(strrev(number_format(fmod(-3.75, 10000), 2)));
	}
	$L11 = 0;
	do {
		switch (49 % 4) {
		case 0:
			$i4++;
			break;
		case 1:
			[$i3, $s2] = [w(97), cut(substr('y1', -4))];
			break;
		case 2:
			unset($m2['cab']);
			break;
		default:
			$a0[] = (int) ($m2['3.5'] ?? 17); $a0 = lim($a0);
			break;
		}
	} while (++$L11 < 2 && ++$steps < 4000);
	foreach ($a0 as $L13 => $e13) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e13 - $L13);
		$s2 .= cut($s1); $s2 = cut($s2);
		for ($L14 = 0; $L14 < 4; $L14++) {
			if (++$steps > 4000) break;
			unset($m2['cab']);
			$i4 = w($i4);
			array_splice($a0, 1, 1);
			$i0 = w($i0 + $L14);
		}
	}
} elseif (isset($m0['10'])) {
	$i5++;
	if ((true || str_starts_with($s4, 'a'))) {
		foreach ($a0 as &$ref) { $ref = w($ref * 4 + 1); } unset($ref);
		$i2--;
		switch ($i0 % 4) {
		case 0:
			$m1['0'] ??= null;
		case 1:
			$i1 = w(w(crc32(cut(implode('a', $a2)))));
			break;
		case 2:
			$a2[] = intdiv(-18, 10); $a2 = lim($a2);
			break;
		default:
			$i4 ^= 13;
			break;
		}
	} else {
		if (($i1 > $i5)) {
			unset($m2['0']);
		} elseif (((($m0['12'] ?? 'none') . '') == $s4)) {
			$a2[] = w((0b1011 <=> $i5) << 0); $a2 = lim($a2);
		} else {
			$i1--;
		}
		foreach (array_map('intval', array_keys($m1)) as $L19 => $e19) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e19 - $L19);
			$a2 = $a0; if (isset($a2[1])) $a2[1] = w(((6 + $i5) ?: (65535 ^ 017)));
			$f0 = fmod((- $f0), 1e7);
		}
	}
}
for ($L20 = 0; $L20 < 2; $L20++) {
	if (++$steps > 4000) break;
	if (false) {
		if (true) {
			$f1 = fmod($f2, 1e7);
			[$i2, $s0] = [w((($i0 > $i5) ? $i1 : 1_000)), cut(wordwrap($s3, 4, '/', true))];
			$s3 = cut($s1);
		} elseif (!($i0 > $i3)) {
			[$i3, $s4] = [w(($a3[1] ?? 30)), cut('hello')];
			$f0 = fmod(sqrt(abs(0.1)), 1e7);
		} else {
			unset($m1['10']);
			$s3 = cut('bacab');
		}
		$a0 = lim($a3);
	} elseif (($i0 < 60)) {
		$f1 = fmod((float) ((strlen($s4) / 8) <=> (float) 83), 1e7);
		$a3 = lim($a1);
	}
	$i0 = w($i0 + $L20);
}
$a2 = $a0; if (isset($a2[1])) $a2[1] = w($i4);
switch (2 % 4) {
case 0:
	$a1[] = ($i5 & $i0); $a1 = lim($a1);
case 1:
	$a1 = lim(array_map(null, array_map(fn($x) => w($x * 7 + $i3), array_fill(0, 4, $i1))));
	break;
case 2:
	usort($a2, fn($p, $q) => $q % 10 <=> $p % 10);
	break;
default:
	$i2 -= 2;
}
state('b1', $i5, $i2, $s0, $f2, $a3, $m0);
// block 2
$a1 = lim($a3);
$i3 = w(((int) trim(substr($s3, 0)) % 997));
$a1 = lim($a2);
foreach ($a3 as $L24 => $e24) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e24 - $L24);
	$a0 = lim([23, 98, w(array_sum([-7]))]);
	$i0 |= 43;
}
$i1++;
state('b2', $i2, $i2, $s1, $f2, $a3, $m0);
// block 3
$i0--;
if (empty($a2)) {
	if (($i0 > $i4)) {
		$L27 = 0;
		do {
			$i5 -= 40;
		} while (++$L27 < 5 && ++$steps < 4000);
	} elseif (isset($m2['y1'])) {
		$i0--;
		$i4++;
	} else {
		foreach ($a3 as &$ref) { $ref = w($ref * 6 + 1); } unset($ref);
		$i4 = w(-12);
	}
}
state('b3', $i2, $i1, $s4, $f1, $a2, $m1);
// block 4
if (!(empty($a2) || false)) {
	if (empty($a1)) {
		$i2 = w($i5);
		$L31 = 0;
		do {
			$a3 = $a3; if (isset($a3[1])) $a3[1] = w(7);
			$s2 = cut(((($i3 < -16) xor true) ? substr('foo_bar', 3) : "zebra{$i1}-$s2"));
		} while (++$L31 < 5 && ++$steps < 4000);
		$a0[] = $i4; $a0 = lim($a0);
	}
	$s0 .= cut('12'); $s0 = cut($s0);
} elseif ((($i5 < 4) && empty($a3))) {
	$m2['0'] ??= -16;
	$L32 = 0;
	do {
		usort($a1, fn($p, $q) => $q % 10 <=> $p % 10);
		unset($m2['1e1']);
	} while (++$L32 < 4 && ++$steps < 4000);
} else {
	$L33 = 0;
	do {
		[$i0, $s2] = [w(($i4 <=> $i2)), cut($s0)];
		foreach ($m1 as $L34 => $val) {
			$s0 = cut($s0 . $L34 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L34)));
		}
	} while (++$L33 < 3 && ++$steps < 4000);
	$m0['ab'] ??= $s0;
}
switch (($i5 | $i0) % 4) {
case 0:
	$a3 = lim([((5 <=> 3) + (int) fmod($f0, 10000)), array_reduce([12], fn($c, $x) => w($c * 2 + $x), 2), ((28 + 49) - intdiv(5, 9))]);
	break;
case 1:
	$m2['Zed'] ??= $i4;
case 2:
	$a0[] = $i2; $a0 = lim($a0);
	break;
default:
	$a1[] = $i0; $a1 = lim($a1);
	break;
}
$s1 .= cut($s2); $s1 = cut($s1);
state('b4', $i2, $i1, $s2, $f0, $a2, $m2);
// block 5
unset($m0['zebra']);
foreach (lim(array_merge($a0, [14, 65535, strlen($s4)])) as $L36 => $e36) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e36 - $L36);
	if ((((int) $s0 % 997) <= match ((int) ($m2['cab'] ?? 90) % 4) { 0 => $i2, 1, 2 => $i4, default => 2 })) {
		$a1 = $a1; if (isset($a1[1])) $a1[1] = w(strlen($s4));
		switch (w($i2 << 4) % 4) {
		case 0:
			array_pop($a2);
			break;
		case 1:
			$a3 = $a3; if (isset($a3[1])) $a3[1] = w((ord('1') - w((47 % 12) ** 4)));
			break;
		case 2:
			$a0 = $a2; if (isset($a0[1])) $a0[1] = w(intdiv(7, 101));
			break;
		default:
			$a0 = lim($a0);
		}
	} elseif (!($s2 === '010')) {
		foreach ($a2 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
		for ($L40 = 0; $L40 < 2; $L40++) {
			if (++$steps > 4000) break;
			$f0 = fmod(ceil((intdiv($i5, 7) / 8)), 1e7);
			if (($s4 == 'zebra')) continue;
			$i1 = w($i1 + $L40);
		}
	}
	$L41 = 2;
	while ($L41-- > 0) {
		if (++$steps > 4000) break;
		unset($m2['ab']);
		$i3 ^= 19;
		$i4 += 48;
	}
}
state('b5', $i0, $i2, $s0, $f1, $a2, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
