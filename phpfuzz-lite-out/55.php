<?php
// phpfuzz-lite seed 55
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
	if (($f0 === -12)) {
		$f1 = fmod(($f1 + ($f1 / 4)), 1e7);
		$i1 = w($i0);
	} elseif (($s0 == '32')) {
		$i0--;
	}
	if ((trim($s0) < strrev($s1))) {
		$i1 = w($i0);
		$s0 = cut($s0);
		[$i0, $s0] = [w((54 ^ count($a1))), cut(wordwrap('bacab', 4, '/', true))];
	} elseif (($i1 < -9)) {
		[$i0, $s1] = [w(($i0 + 46 * $i0 % 100 - $i0) % 10007), cut(cut('88' . '63'))];
	}
	if ((2 <= 3)) {
		$i1 -= 38;
		$s0 .= cut(bin2hex(substr((($m1['Zed'] ?? 'none') . ''), 0, 5))); $s0 = cut($s0);
	}
	array_splice($a0, 1, 1);
	return w((cut($s1 . $s0) <=> strrev('foo_bar')));
}
$i0 = 67; $i1 = 75; $i2 = 65; $i3 = 55; $i4 = 30; $i5 = -19; $f0 = 2.75; $f1 = -1.125; $f2 = 33.0; $s0 = 'bacab'; $s1 = 'foo_bar'; $s2 = 'cab'; $s3 = '010'; $s4 = 'zebra'; $a0 = [14, 3]; $a1 = [22, 37, 5, 45, 24]; $a2 = [18]; $a3 = [25, 10, -9, 26]; $m0 = []; $m1 = []; $m2 = ['0' => 2];
// block 0
switch ($i4 % 4) {
case 0:
	$s3 .= cut(substr_replace('x', 'zebra', 1, 2)); $s3 = cut($s3);
	break;
case 1:
	$a3 = lim(array_reverse(array_values(array_intersect($a2, array_values(array_filter($a2, fn($x) => $x % 3 != 2))))));
case 2:
	$s3 = cut(cut('cab' . $s0));
default:
	$f1 = fmod(($f0 - (float) 0b1011), 1e7);
}
if (($i1 !== ($i3 <=> strlen($s0)))) {
	$a2[] = w(($i4 % 12) ** 1); $a2 = lim($a2);
	foreach ($a3 as $L6 => $e6) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e6 - $L6);
		$i5 += 33;
		switch (w($i5 * $i4) % 4) {
		case 0:
			$s4 .= cut($s2); $s4 = cut($s4);
			break;
		case 1:
			$m2['hello'] ??= 'zebra';
			break;
		case 2:
			[$i2, $s2] = [w($i4), cut((string) $f0)];
			break;
		default:
			$i5 = w(w((- w(11 * $i3)) * 2));
			break;
		}
	}
	$i0--;
} elseif ((65535 < $s3)) {
	$s3 = cut(str_pad(cut('qq' . ucfirst(strtolower($s0))), 8, 'a', STR_PAD_LEFT));
}
foreach ([$i3, (strpos('39', 'c') === false ? 83 : 7), (($i5 > $i4) ? $i5 : $i4)] as $L8 => $e8) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e8 - $L8);
	if (($i0 < 57)) {
		$a2[] = substr_count(cut($s2 . 'qq'), 'a'); $a2 = lim($a2);
	} elseif (in_array('cab', $m1)) {
		foreach ($a3 as $L10 => $e10) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e10 - $L10);
			[$i1, $s0] = [w(strcmp('y1', (($m1['10'] ?? 'none') . ''))), cut($s2)];
		}
		for ($L11 = 0; $L11 < 1; $L11++) {
			if (++$steps > 4000) break;
			$s2 = cut('y1');
			$s4 .= cut(substr($s2, -3)); $s4 = cut($s4);
			$a3 = $a3; if (isset($a3[1])) $a3[1] = w(substr_count(strtoupper((($m1['zebra'] ?? 'none') . '')), 'a'));
			$i1 = w($i1 + $L11);
		}
	} else {
		$i2 = w(((count($a2) + ($i1 + 7)) | $i0));
	}
}
$s1 .= cut((($i4 < 83) ? $s1 : $s4)); $s1 = cut($s1);
$f2 = fmod(($f1 / 4), 1e7);
state('b0', $i5, $i5, $s4, $f2, $a1, $m1);
// block 1
$s0 .= cut(cut('y1' . $s3)); $s0 = cut($s0);
[$i3, $s3] = [w(($i2 - 5)), cut($s4)];
$a1 = lim($a0);
state('b1', $i3, $i1, $s3, $f1, $a0, $m0);
// block 2
$m1['x'] = 88;
for ($L12 = 0; $L12 < 3; $L12++) {
	if (++$steps > 4000) break;
	$i3++;
	$a3 = lim(array_values(array_unique($a2)));
	$i0 = w($i0 + $L12);
}
foreach ($m0 as $L13 => $val) {
	$s0 = cut($s0 . $L13 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L13)));
}
foreach (array_reverse($a3) as $L14 => $e14) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e14 - $L14);
	if ((count([2, $i4, $i4]) <= ($i1 - $i2))) {
		foreach (array_values(array_diff([$i4], lim(array_merge($a2, [strlen($s3), $i0, $i3])))) as $L16 => $e16) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e16 - $L16);
			$f0 = fmod(2e3, 1e7);
		}
		[$i3, $s1] = [w((65 >> 1)), cut('45')];
		$a3 = $a1; if (isset($a3[1])) $a3[1] = w($i4);
	} elseif (($i5 > $i1)) {
		$s3 = cut($s1);
		for ($L17 = 0; $L17 < 5; $L17++) {
			if (++$steps > 4000) break;
			usort($a1, fn($p, $q) => $q % 10 <=> $p % 10);
			unset($m2['World']);
			if (is_numeric('cab')) break;
			$i0 = w($i0 + $L17);
		}
	}
}
state('b2', $i3, $i1, $s3, $f0, $a3, $m1);
// block 3
foreach ($a1 as $L18 => $e18) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e18 - $L18);
	for ($L19 = 0; $L19 < 1; $L19++) {
		if (++$steps > 4000) break;
		$m1['010'] = $i2;
		$a0 = lim(array_pad($a1, 4, w(0 * strcmp($s1, '1e1'))));
		$i1 = w($i1 + $L19);
	}
}
$i0++;
for ($L20 = 0; $L20 < 1; $L20++) {
	if (++$steps > 4000) break;
	foreach (array_values(array_diff($a2, array_slice($a2, 2, 3))) as $L21 => $e21) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e21 - $L21);
		if ((addslashes($s0) < "12{$i3}-$s3")) {
			$i1 = w(26);
			$i1 = w((int) array_search($i5, array_map('intval', array_keys($m1))));
			$s2 = cut(cut(implode('c', array_values(array_diff([-12], array_pad($a1, 0, $i5))))));
		} elseif (true) {
			$a0 = $a3; if (isset($a0[1])) $a0[1] = w(4);
			$m0['y1'] ??= 13;
		} else {
			$f2 = fmod($f1, 1e7);
			$i3 = w(999983);
		}
	}
	for ($L23 = 0; $L23 < 1; $L23++) {
		if (++$steps > 4000) break;
		$i0 = w((int) ($m0['Key'] ?? 2));
		if (($i4 < 48)) {
			$a3[] = ((($i1 < 78) ? $i5 : count($a2)) ?: 5); $a3 = lim($a3);
		} else {
			$i1 = w(w(crc32('hello')));
			$i4 = w(62);
		}
		if (($s3 == "1e1{$i3}-$s3")) {
			rsort($a2);
			$a3 = $a3; if (isset($a3[1])) $a3[1] = w(($a2[1] ?? 91));
			$a1[] = ((2e3 <=> $f1) + fn_0(1, $i0) * w($i4 * 0) % 100 - ($i4 + $i2)) % 10007; $a1 = lim($a1);
		} elseif (in_array('World', $m1)) {
			$i0 = w(99);
		}
		$i1 = w($i1 + $L23);
	}
	if (isset($m1['foo_bar'])) {
		$s2 .= cut($s3); $s2 = cut($s2);
		$s3 = cut(trim($s4));
	} elseif (empty($a1)) {
		for ($L27 = 0; $L27 < 5; $L27++) {
			if (++$steps > 4000) break;
			$s3 = cut('78');
			$s0 = cut("12{$i1}-$s4");
			$i3 ^= 7;
			$i0 = w($i0 + $L27);
		}
	} else {
		$L28 = 2;
		while ($L28-- > 0) {
			if (++$steps > 4000) break;
			$i0--;
			$s3 = cut('a-b');
			rsort($a1);
		}
		foreach ([49, strlen($s0), ($i0 + 2)] as $L29 => $e29) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e29 - $L29);
			$a2[] = w(array_sum($a3)); $a2 = lim($a2);
			$i3++;
		}
	}
	$i1 = w($i1 + $L20);
}
$s1 .= cut("ab{$i2}-$s0"); $s1 = cut($s1);
$L30 = 5;
while ($L30-- > 0) {
	if (++$steps > 4000) break;
	$L31 = 0;
	do {
		$i5 -= 37;
		$s3 .= cut($s3); $s3 = cut($s3);
	} while (++$L31 < 3 && ++$steps < 4000);
}
state('b3', $i1, $i3, $s3, $f2, $a3, $m1);
// block 4
if (true) {
	$L33 = 5;
	while ($L33-- > 0) {
		if (++$steps > 4000) break;
		foreach ($m1 as $L34 => $val) {
			$s0 = cut($s0 . $L34 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L34)));
		}
		if (($f2 >= $f1)) {
			$i2 = w((($i0 + match ($i2 % 4) { 0 => $i2, 1, 2 => $i3, default => strlen($s1) }) - $i5));
			unset($m1['Zed']);
			$a3[] = (4 ?: count([strlen($s1)])); $a3 = lim($a3);
		} elseif (isset($m0['abc'])) {
			$i2++;
			array_shift($a2);
		} else {
			$m1['1e1'] ??= $s4;
			$s2 = cut(addslashes(str_pad((string) count($a1), 8, '1', STR_PAD_LEFT)));
		}
		$i4 -= 10;
	}
	$L36 = 3;
	while ($L36-- > 0) {
		if (++$steps > 4000) break;
		array_splice($a3, 1, 1);
		[$i4, $s3] = [w(65535), cut(bin2hex(substr($s4, 0, 5)))];
		$i4 |= 3;
	}
	$L37 = 3;
	while ($L37-- > 0) {
		if (++$steps > 4000) break;
		[$i1, $s0] = [w(strlen($s1)), cut(strtoupper('1e1'))];
		sort($a1);
	}
} elseif (in_array(25, [])) {
	$m1['a-b'] = w(count($a2) << 1);
} else {
	$i4++;
}
$a0[] = ord((($i5 > $i4) ? (($m2['3.5'] ?? 'none') . '') : '55')); $a0 = lim($a0);
state('b4', $i4, $i0, $s0, $f0, $a1, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
