<?php
// phpfuzz-lite seed 91
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
	$s0 .= cut(dechex(abs(30))); $s0 = cut($s0);
	$a1 = lim($a1);
	$a1[] = ($i1 >> 1); $a1 = lim($a1);
	return w(abs((999983 % 101)));
}
$i0 = 23; $i1 = 119; $i2 = 69; $i3 = 74; $i4 = -20; $i5 = -21; $f0 = 0.5; $f1 = 2.75; $f2 = 2.75; $s0 = '3.5'; $s1 = 'Key'; $s2 = 'foo_bar'; $s3 = 'hello'; $s4 = '3.5'; $a0 = [28, 30, 35, 28, -5]; $a1 = []; $a2 = [49, 34, 25, 11, 32]; $a3 = [50, 26]; $m0 = ['foo_bar' => 37]; $m1 = []; $m2 = ['12' => 19, 'zebra' => 29];
// block 0
$m2['1e1'] = intdiv(strlen($s1), 3);
foreach ($m2 as $L1 => $val) {
	$s0 = cut($s0 . $L1 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L1)));
}
if (false) {
	foreach ($a3 as $L3 => $e3) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e3 - $L3);
		$a1 = lim($a2);
	}
	$i1 = w($i2);
} elseif ((68 !== (int) ($m1['Zed'] ?? 65))) {
	$s2 = cut(sprintf('%05d/%x/%s', count(array_values(array_unique([$i3]))), abs(((strpos($s3, '1') === false ? 82 : 7) + ($i5 ?: strlen($s4)))), cut(substr_replace(cut(str_repeat((($m2['ab'] ?? 'none') . ''), 1)), 'zebra', 1, 2))));
}
switch ($i1 % 4) {
case 0:
	$s0 .= cut(substr('hello', -2)); $s0 = cut($s0);
	break;
case 1:
	array_pop($a0);
	break;
case 2:
	$a2[] = (($i5 ?: $i1) >> 2); $a2 = lim($a2);
	break;
default:
	$a3 = lim(array_map(fn($x) => w($x * 2 + ($a3[1] ?? 0)), [(int) array_search(count($a3), [1, 7, $i0]), ($i5 ?: $i2), ($i0 + $i4)]));
	break;
}
$L5 = 0;
do {
	$L6 = 0;
	do {
		$m1['12'] = fn_0(-1, 999983);
	} while (++$L6 < 3 && ++$steps < 4000);
} while (++$L5 < 2 && ++$steps < 4000);
state('b0', $i5, $i1, $s4, $f2, $a2, $m1);
// block 1
$a0[] = abs(($i0 & $i0)); $a0 = lim($a0);
$i0 = w((int) ($m2['ab'] ?? 14));
$a1 = $a0; if (isset($a1[1])) $a1[1] = w((($s0 <=> 'zebra') - (isset($m2['foo_bar']) ? $i2 : -18)));
for ($L7 = 0; $L7 < 3; $L7++) {
	if (++$steps > 4000) break;
	switch (w(crc32($s2)) % 4) {
	case 0:
		$s2 .= cut($s3); $s2 = cut($s2);
		break;
	case 1:
		[$i1, $s0] = [w(52), cut((($m0['Key'] ?? 'none') . ''))];
		break;
	case 2:
		$s4 = cut('13');
		break;
	default:
		sort($a2);
		break;
	}
	if ((empty($a3) || ($i1 > $i5))) break;
	$i1 = w($i1 + $L7);
}
$i2++;
state('b1', $i3, $i3, $s3, $f0, $a0, $m2);
// block 2
if (($i4 > $i1)) {
	$a1 = lim([$i5]);
} elseif (!($i4 < 88)) {
	$L10 = 1;
	while ($L10-- > 0) {
		if (++$steps > 4000) break;
		$m0['foo_bar'] = (($i3 > $i5) && ($i3 > $i5));
		$i5 = w(($a3[3] ?? 92));
	}
	for ($L11 = 0; $L11 < 2; $L11++) {
		if (++$steps > 4000) break;
		$L12 = 5;
		while ($L12-- > 0) {
			if (++$steps > 4000) break;
			$s2 = cut(gettype('a-b'));
			$a2[] = $i0; $a2 = lim($a2);
		}
		$a2 = lim(array_map(fn($x) => w($x * 1 + (($f2 < $i4) ? ($i2 + $i4) : 65535)), [intdiv(($a0[0] ?? 7), 16), w(array_sum($a2)), ($i5 & (int) ($m2['World'] ?? -9))]));
		$s2 .= cut('a-b'); $s2 = cut($s2);
		$i0 = w($i0 + $L11);
	}
} else {
	$m2['foo_bar'] = 'y1';
	$a3[] = ($i2 - $i2); $a3 = lim($a3);
}
foreach ($a0 as $L13 => $e13) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e13 - $L13);
	if (empty($a1)) {
		switch ($i1 % 4) {
		case 0:
			[$i5, $s4] = [w((-2147483648 & 65535)), cut(trim($s4))];
			break;
		case 1:
			$m1['zebra'] = in_array(99, $a2);
			break;
		case 2:
			rsort($a1);
			break;
		default:
			$a1 = lim(range(1, 13));
		}
	} elseif (empty($a3)) {
		$i5 = w($i3);
		$a0 = lim($a3);
	} else {
		foreach ($m2 as $L16 => $val) {
			$s0 = cut($s0 . $L16 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L16)));
		}
		$m2['qq'] = null;
	}
	$m0['hello'] ??= 39;
}
array_pop($a1);
unset($m0['abc']);
state('b2', $i5, $i1, $s4, $f0, $a2, $m2);
// block 3
unset($m0['0']);
$m1['a-b'] = sprintf('%05d/%x/%s', count($a1), abs($i1), cut($s1));
state('b3', $i3, $i2, $s3, $f0, $a2, $m2);
// block 4
$a2 = $a3; if (isset($a2[1])) $a2[1] = w(count([]));
$s2 = cut(sprintf('%05d/%x/%s', (int) ($i2 == ($a1[0] ?? 95)), abs(((2 % 10) + (int) array_search(-14, [$i2, $i5, $i3]))), cut(md5($s2))));
$i0 = w(($i5 ^ (int) array_is_list($m2)));
state('b4', $i3, $i4, $s4, $f1, $a3, $m2);
// block 5
if ((($i1 < -13) xor in_array('10', $m2))) {
	$i4 = w(max(0b1011, w(($i5 ?: strlen($s0)) * ($s1 <=> 'foo_bar'))));
} elseif (str_contains('hello', 'b')) {
	foreach ([(63 - $i4), w($i3 * $i2), ($i1 + $i3)] as $L18 => $e18) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e18 - $L18);
		$i3--;
	}
	$i0 = w(strlen($s4));
}
if (true) {
	$i3 -= 40;
	if (($i1 == $i2)) {
		$i4 = w($i3);
		switch ($i2 % 4) {
		case 0:
			[$i2, $s3] = [w(((int) $s2 % 997)), cut($s3)];
			break;
		case 1:
			$s0 = cut('33');
			break;
		case 2:
			$i0 = w($i5);
			break;
		default:
			$a1[] = 75; $a1 = lim($a1);
			break;
		}
		$a3[] = intdiv(($a1[2] ?? 11), 64); $a3 = lim($a3);
	} else {
		if (((($s0 === 'Zed') || ($i0 < 38)) || false)) {
			$f0 = fmod(ceil((float) count($a0)), 1e7);
			$i2 = w(abs(intdiv((strlen($s4) | count($a3)), 16)));
		} else {
			$i3 = w($i4);
			$i4 |= 31;
		}
	}
	[$i0, $s0] = [w((strlen($s0) % 2)), cut('37')];
}
state('b5', $i0, $i5, $s1, $f0, $a1, $m0);
// block 6
$m0['World'] = intdiv(37, 9);
for ($L23 = 0; $L23 < 1; $L23++) {
	if (++$steps > 4000) break;
	if (empty($a0)) {
		if (($i4 > $i3)) {
			$s2 = cut('10');
		}
	} elseif (($i1 < 6)) {
		$L26 = 5;
		while ($L26-- > 0) {
			if (++$steps > 4000) break;
			$i0 = w((int) ($m1['hello'] ?? -19));
			unset($m2['cab']);
		}
	} else {
		$f0 = fmod($f0, 1e7);
	}
	$s2 = cut(strtoupper(cut('a-b' . $s0)));
	$i1 = w($i1 + $L23);
}
[$i2, $s1] = [w(2), cut((string) $i4)];
state('b6', $i2, $i0, $s2, $f2, $a2, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
