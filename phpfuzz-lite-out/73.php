<?php
// phpfuzz-lite seed 73
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
	$L1 = 4;
	while ($L1-- > 0) {
		if (++$steps > 4000) break;
		[$i0, $s0] = [w(-2147483648), cut($s0)];
		sort($a1);
	}
	for ($L2 = 0; $L2 < 5; $L2++) {
		if (++$steps > 4000) break;
		$a1 = lim(array_values(array_filter([$i0, 68, ($i0 % 3)], fn($x) => $x % 3 != 2)));
		[$i1, $s1] = [w(017), cut($s1)];
		if (($i1 !== count($a1))) continue;
		$i1 = w($i1 + $L2);
	}
	return w(w(($i1 % 12) ** 4));
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	$L3 = 4;
	while ($L3-- > 0) {
		if (++$steps > 4000) break;
		unset($m1['qq']);
		usort($a1, fn($p, $q) => $q % 10 <=> $p % 10);
		[$i1, $s1] = [w((1.25 <=> $f0)), cut((string) 1e-3)];
	}
	usort($a0, fn($p, $q) => $q % 10 <=> $p % 10);
	switch ($i0 % 4) {
	case 0:
		sort($a1);
	case 1:
		$s1 = cut($s1);
	case 2:
		$s1 = cut(cut('foo_bar' . 'qq'));
	default:
		array_shift($a0);
		break;
	}
	switch (('bacab' <=> 'bacab') % 4) {
	case 0:
		$m0['3.5'] ??= $i0;
		break;
	case 1:
		[$i0, $s1] = [w((36 & $i1)), cut(substr('Key', 0))];
		break;
	case 2:
		$i0 = w($i0);
		break;
	default:
		$a1 = lim($a0);
		break;
	}
	foreach ($m1 as $L6 => $val) {
		$s0 = cut($s0 . $L6 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L6)));
	}
	return w(7);
}
$i0 = -11; $i1 = 131; $i2 = 104; $i3 = 68; $i4 = -39; $i5 = 32; $f0 = -1.125; $f1 = -1.125; $f2 = 0.5; $s0 = '3.5'; $s1 = 'cab'; $s2 = '010'; $s3 = 'ab'; $s4 = 'Zed'; $a0 = [47, -4, 38]; $a1 = [37, 22]; $a2 = [44, -3]; $a3 = [38, -2, 16]; $m0 = []; $m1 = ['zebra' => 5, 'Zed' => 29]; $m2 = ['World' => 5, 'abc' => 29];
// block 0
$s3 .= cut('3.5'); $s3 = cut($s3);
switch ($i0 % 4) {
case 0:
	$a2[] = $i5; $a2 = lim($a2);
	break;
case 1:
	$a1 = lim([]);
	break;
case 2:
	$i1--;
	break;
default:
	$s2 .= cut('y1'); $s2 = cut($s2);
	break;
}
state('b0', $i3, $i4, $s0, $f2, $a0, $m1);
// block 1
$a0 = $a3; if (isset($a0[1])) $a0[1] = w(($a0[1] ?? 99));
$s4 = cut((($i1 < 7) ? str_replace('x', '1e1', substr(md5('12'), 0, 9)) : (($m0['qq'] ?? 'none') . '')));
$s3 = cut((string) ((int) $s4 % 997));
state('b1', $i4, $i0, $s4, $f0, $a1, $m0);
// block 2
unset($m2['Key']);
array_splice($a3, 1, 1);
unset($m0['abc']);
$L8 = 1;
while ($L8-- > 0) {
	if (++$steps > 4000) break;
	$a3[] = $i3; $a3 = lim($a3);
}
state('b2', $i4, $i2, $s0, $f0, $a3, $m1);
// block 3
foreach ($a0 as $L9 => $e9) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e9 - $L9);
	$s2 = cut(bin2hex(substr($s1, 0, 5)));
}
$m1['World'] = (($a3[1] ?? 58) <=> count($a2));
state('b3', $i2, $i4, $s2, $f1, $a2, $m1);
// block 4
$s4 .= cut(str_replace('x', 'Zed', substr('qq', 0, 9))); $s4 = cut($s4);
$s3 = cut(cut((string) 7.0 . md5(cut($s0 . $s4))));
unset($m1['Zed']);
foreach ([999983] as $L10 => $e10) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e10 - $L10);
	if (((~$i0) <= $i1)) {
		$a3[] = fn_0(19, (count($a1) <=> 47)); $a3 = lim($a3);
		if (($i0 !== intdiv(94, 9))) {
			$a1 = $a1; if (isset($a1[1])) $a1[1] = w((int) str_contains('21', 'x'));
		} elseif ((($i0 < 53) xor empty($a3))) {
			$i0 = w($i0);
		} else {
			[$i0, $s2] = [w(($i0 | 8)), cut(gettype((($m0['x'] ?? 'none') . '')))];
		}
	} elseif (false) {
		if (($i0 > $i1)) {
			$a2 = lim(array_map('ord', str_split(cut($s1 . '.'))));
			$a2 = $a0; if (isset($a2[1])) $a2[1] = w(($i0 + 7 * 9 % 100 - ($i2 | 65535)) % 10007);
		} elseif ((null < $s2)) {
			$a3 = $a1; if (isset($a3[1])) $a3[1] = w((int) ($m0['zebra'] ?? -14));
			$f0 = fmod((($f0 * 1e-3) - (1.25 + round(2e3, 2))), 1e7);
		} else {
			$a1 = lim($a3);
			array_shift($a3);
		}
		$s4 = cut(cut(bin2hex(substr('zebra', 0, 5)) . 'qq'));
	} else {
		$m2['a-b'] = (int) ($i3 > $i1);
		switch ((~strlen($s1)) % 4) {
		case 0:
			$a3 = $a1; if (isset($a3[1])) $a3[1] = w(abs($i2));
			break;
		case 1:
			unset($m2['3.5']);
			break;
		case 2:
			$f1 = fmod($f0, 1e7);
			break;
		default:
			$a3[] = 0x7f; $a3 = lim($a3);
		}
	}
}
for ($L15 = 0; $L15 < 4; $L15++) {
	if (++$steps > 4000) break;
	if (($i1 == (0x7f - 31))) {
		if (($s0 < addslashes($s0))) {
			$m1['0'] ??= $s2;
		} else {
			$a3 = $a3; if (isset($a3[1])) $a3[1] = w($i0);
			$m0['3.5'] ??= (($m0['abc'] ?? 'none') . '');
		}
		$i2 = w($i0);
	} elseif (in_array('0', $m2)) {
		foreach ($m1 as $L18 => $val) {
			$s0 = cut($s0 . $L18 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L18)));
		}
	} else {
		if (($f2 >= ($f0 + $f2))) {
			$s1 = cut(trim(substr('41', 1)));
			$a0 = $a2; if (isset($a0[1])) $a0[1] = w(999983);
			$s3 .= cut(ucwords($s2)); $s3 = cut($s3);
		}
		foreach ([ord('caba')] as $L20 => $e20) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e20 - $L20);
			$m0['10'] = $s4;
		}
	}
	$i0 |= 47;
	if (($f2 >= 7.0)) break;
	$i0 = w($i0 + $L15);
}
state('b4', $i4, $i1, $s3, $f0, $a3, $m2);
// block 5
$L21 = 1;
while ($L21-- > 0) {
	if (++$steps > 4000) break;
	for ($L22 = 0; $L22 < 3; $L22++) {
		if (++$steps > 4000) break;
		$s2 = cut('ab');
		$i0 = w($i0 + $L22);
	}
	array_shift($a0);
	foreach ($m0 as $L23 => $val) {
		$s0 = cut($s0 . $L23 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L23)));
	}
}
$i3 += 46;
$i4 += 35;
$s0 = cut('1e1');
for ($L24 = 0; $L24 < 5; $L24++) {
	if (++$steps > 4000) break;
	$i4 = w($i2);
	if (true) {
		$a0[] = $i5; $a0 = lim($a0);
		foreach ($a2 as $L26 => $e26) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e26 - $L26);
			$s1 .= cut('cab'); $s1 = cut($s1);
			$a3 = lim(array_map(fn($x) => w($x * 69 + count([47])), $a3));
		}
		$i0 -= 4;
	} elseif (true) {
		$i2 -= 35;
		foreach ([$i1, $i0, $i4] as $L27 => $e27) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e27 - $L27);
			unset($m2['y1']);
			$a0[] = $i1; $a0 = lim($a0);
		}
	}
	foreach (array_values(array_intersect(array_values(array_intersect([$i0], $a2)), [$i1])) as $L28 => $e28) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e28 - $L28);
		$m0['foo_bar'] = ($f1 - (float) $i2);
	}
	$i0 = w($i0 + $L24);
}
state('b5', $i5, $i2, $s1, $f1, $a1, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
