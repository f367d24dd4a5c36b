<?php
// phpfuzz-lite seed 52
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = -30; $i1 = -29; $i2 = -13; $i3 = -35; $i4 = 128; $i5 = -37; $f0 = -1.125; $f1 = 33.0; $f2 = 33.0; $s0 = 'cab'; $s1 = '3.5'; $s2 = '3.5'; $s3 = 'x'; $s4 = 'Key'; $a0 = [7, 31, 26]; $a1 = [-4, -6]; $a2 = []; $a3 = [11, 7, 15]; $m0 = ['12' => 31]; $m1 = ['foo_bar' => 15, '3.5' => 18]; $m2 = [];
// block 0
for ($L1 = 0; $L1 < 3; $L1++) {
	if (++$steps > 4000) break;
	$i5++;
	switch (($i3 >> 4) % 4) {
	case 0:
		$i2 = w(((2 - $i2) ^ min(59, $i2, ('bacab' <=> '37'))));
	case 1:
		$s3 = cut(sprintf('%05d/%x/%s', $i3, abs(count(array_slice([6, 0, $i5], 1, 3))), cut(cut((string) $i5 . number_format(fmod($f1, 10000), 2)))));
	case 2:
		$i5 = w(2);
		break;
	default:
		$i1 = w((cut($s2 . (string) 13) <=> '20'));
		break;
	}
	$i1 = w($i1 + $L1);
}
$m0['y1'] ??= null;
foreach ($m1 as $L3 => $val) {
	$s0 = cut($s0 . $L3 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L3)));
}
state('b0', $i5, $i0, $s1, $f1, $a0, $m0);
// block 1
switch (min(5, $i1, $i0) % 4) {
case 0:
	$s3 = cut("hello{$i2}-$s3");
	break;
case 1:
	$i1 ^= 45;
	break;
case 2:
	$a3 = lim($a2);
default:
	$a0[] = count($a2); $a0 = lim($a0);
}
$a0 = $a2; if (isset($a0[1])) $a0[1] = w(($i1 ^ $i0));
$m2['a-b'] ??= null;
$m1['foo_bar'] = $s1;
foreach ($a3 as &$ref) { $ref = w($ref * 3 + 1); } unset($ref);
state('b1', $i5, $i1, $s2, $f2, $a3, $m1);
// block 2
if (isset($m0['10'])) {
	unset($m0['abc']);
	$i4 = w(count(array_reverse(array_fill(0, 4, $i5))));
} else {
	$s3 = cut(gettype($s2));
	$s2 = cut((string) 017);
}
for ($L7 = 0; $L7 < 2; $L7++) {
	if (++$steps > 4000) break;
	usort($a1, fn($p, $q) => $q % 10 <=> $p % 10);
	if (($i3 == (int) ($m1['bacab'] ?? 14))) continue;
	$i1 = w($i1 + $L7);
}
if (true) {
	$L9 = 1;
	while ($L9-- > 0) {
		if (++$steps > 4000) break;
		$i0 ^= 33;
		if (($i3 < 7)) {
			rsort($a3);
			rsort($a1);
		}
		for ($L11 = 0; $L11 < 5; $L11++) {
			if (++$steps > 4000) break;
			$a0[] = w(0 * 0x7f); $a0 = lim($a0);
			$a1 = $a2; if (isset($a1[1])) $a1[1] = w($i1);
			$i0 = w($i0 + $L11);
		}
	}
	foreach ($m1 as $L12 => $val) {
		$s0 = cut($s0 . $L12 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L12)));
	}
	if (($i2 == (strpos('cab', 'x') === false ? 80 : 7))) {
		unset($m1['12']);
		foreach (array_map('strlen', explode('c', (false ? 'zebra' : $s1))) as $L14 => $e14) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e14 - $L14);
			$i2 = w($i0);
			$m1['0'] ??= -2147483648;
		}
		if ((($i4 == 90) || (($s1 === 'hello') xor isset($m2['10'])))) {
			$i2--;
			$a0 = lim(range(3, 13));
		} elseif ((null == 2e3)) {
			$a3[] = 3; $a3 = lim($a3);
		}
	} elseif (($i2 < 87)) {
		$f0 = fmod(((sqrt(abs($f0)) - ($f0 + $f2)) / 4), 1e7);
	} else {
		$s0 = cut(strtoupper(str_replace('-', 'y1', substr($s3, 0, 9))));
	}
} elseif (true) {
	foreach ($m0 as $L16 => $val) {
		$s0 = cut($s0 . $L16 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L16)));
	}
} else {
	$L17 = 0;
	do {
		foreach ([$i2, 74, $i3] as $L18 => $e18) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e18 - $L18);
			$a3 = $a3; if (isset($a3[1])) $a3[1] = w((($f2 <=> $f1) ?: count($a0)));
		}
	} while (++$L17 < 1 && ++$steps < 4000);
}
array_splice($a2, 1, 1);
if (($i2 == $i3)) {
	$i5 = w((6 <=> 67));
	foreach ($m1 as $L20 => $val) {
		$s0 = cut($s0 . $L20 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L20)));
	}
	[$i5, $s1] = [w(15), cut(trim('ab'))];
} elseif (($s3 === 'Key')) {
	$a2[] = intdiv(strlen($s4), 16); $a2 = lim($a2);
} else {
	$L21 = 4;
	while ($L21-- > 0) {
		if (++$steps > 4000) break;
		if (true) {
			$a3 = $a0; if (isset($a3[1])) $a3[1] = w(intdiv(51, 9));
			$f2 = fmod($f2, 1e7);
			$m0['1e1'] = ($f0 * 0.5);
		}
	}
	$a3[] = strlen($s4); $a3 = lim($a3);
}
state('b2', $i4, $i0, $s4, $f2, $a0, $m2);
// block 3
$m1['qq'] = (97 == 017);
$s4 = cut($s0);
$L23 = 5;
while ($L23-- > 0) {
	if (++$steps > 4000) break;
	$L24 = 4;
	while ($L24-- > 0) {
		if (++$steps > 4000) break;
		$f2 = fmod(7.0, 1e7);
		[$i0, $s4] = [w(1_000), cut($s4)];
		[$i3, $s1] = [w($i1), cut('0')];
	}
	$L25 = 0;
	do {
		switch (min(strlen($s1), $i0, $i0) % 4) {
		case 0:
			$i0 += 44;
			break;
		case 1:
			$a2[] = $i1; $a2 = lim($a2);
			break;
		case 2:
			$m2['a-b'] ??= ($i5 < 2);
			break;
		default:
			$s1 = cut(json_encode(array_values(array_intersect($a3, array_map('strlen', explode('x', 'hello'))))));
			break;
		}
		$s0 = cut((string) (- (~$i1)));
	} while (++$L25 < 4 && ++$steps < 4000);
	$i0++;
}
for ($L27 = 0; $L27 < 5; $L27++) {
	if (++$steps > 4000) break;
	foreach (array_values(array_unique($a0)) as $L28 => $e28) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e28 - $L28);
		$m0['x'] = ($i3 < 2);
		unset($m0['qq']);
	}
	foreach ($m0 as $L29 => $val) {
		$s0 = cut($s0 . $L29 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L29)));
	}
	$i1 = w($i1 + $L27);
}
state('b3', $i1, $i0, $s1, $f0, $a3, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
