<?php
// phpfuzz-lite seed 70
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = -1; $i1 = 133; $i2 = 109; $i3 = -34; $i4 = 68; $i5 = 37; $f0 = 2.75; $f1 = -1.125; $f2 = 33.0; $s0 = '10'; $s1 = 'y1'; $s2 = 'qq'; $s3 = 'World'; $s4 = 'foo_bar'; $a0 = [7, -9, -1]; $a1 = [19, 46, 8]; $a2 = [11, 0, 50, 9, -9]; $a3 = [43, 6, 11]; $m0 = ['y1' => 11, 'a-b' => 17, '10' => 21]; $m1 = ['10' => 7]; $m2 = ['y1' => 2, '3.5' => 1];
// block 0
if ((bool) $f0) {
	if (($i2 !== ($i2 & $i0))) {
		$f1 = fmod(((($f0 + $f1) + $f0) - $f0), 1e7);
		unset($m0['cab']);
	} else {
		if (($i5 < 3)) {
			$i4 ^= 11;
		}
	}
	$m1['a-b'] ??= $s1;
} elseif ((7.0 === 'ab')) {
	$a1 = lim($a0);
}
$i5 ^= 39;
$i5 = w(65535);
state('b0', $i0, $i2, $s3, $f0, $a2, $m1);
// block 1
$m1['3.5'] ??= $s0;
$i2++;
foreach ($a3 as $L4 => $e4) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e4 - $L4);
	if (($i3 < 55)) {
		for ($L6 = 0; $L6 < 1; $L6++) {
			if (++$steps > 4000) break;
			$f1 = fmod($f2, 1e7);
			$a2 = lim($a1);
			$i0 = w($i0 + $L6);
		}
		$i4++;
		[$i2, $s3] = [w((- 017)), cut(strrev($s4))];
	} elseif (((float) $i4 >= (float) -2)) {
		$f1 = fmod(($f0 / 4), 1e7);
	}
	$i5--;
}
state('b1', $i4, $i0, $s3, $f0, $a3, $m1);
// block 2
array_pop($a2);
switch ((88 % 101) % 4) {
case 0:
	$s0 = cut(sprintf('%.2f|%8.3f|%e', round(fmod((0.1 + 2e3), 500)), round(fmod(0.5, 500)), fmod($f1, 10000)));
	break;
case 1:
	[$i2, $s4] = [w((int) array_search((int) ($m1['cab'] ?? 99), [87])), cut("x{$i1}-$s2")];
case 2:
	$s2 = cut(strtr(trim('hello'), 'abc', 'xyz'));
	break;
default:
	$i5 |= 18;
	break;
}
state('b2', $i3, $i3, $s1, $f1, $a1, $m1);
// block 3
unset($m0['12']);
$a1 = $a2; if (isset($a1[1])) $a1[1] = w((($i5 % 2) >> 3));
unset($m2['x']);
$m1['hello'] ??= (float) $i3;
if (true) {
	if ((($a1[0] ?? 3) == w($i5 * $i3))) {
		$s2 = cut($s2);
		$i3 |= 13;
		$a1[] = ((1e-3 <=> $f0) & $i0); $a1 = lim($a1);
	} elseif (($i2 < 72)) {
		$a2 = lim($a3);
	}
	if (true) {
		$i5++;
		$a0 = lim($a3);
	}
} else {
	$f2 = fmod($f1, 1e7);
	$i2 = w(min((empty($a3) ? max(strlen($s1), $i0) : (-2147483648 + 0b1011)), ((int) 'caba' % 997), $i0));
}
state('b3', $i2, $i0, $s0, $f0, $a0, $m0);
// block 4
[$i4, $s0] = [w(intdiv($i4, 10)), cut($s3)];
$L11 = 0;
do {
	$s0 = cut(wordwrap(substr_replace(cut('67' . $s1), '010', 1, 2), 4, '/', true));
	switch (min(count($a2), count($a0), 49) % 4) {
	case 0:
		$s0 .= cut(substr('44', -4)); $s0 = cut($s0);
		break;
	case 1:
		$s3 .= cut('ab'); $s3 = cut($s3);
		break;
	case 2:
		$i3++;
		break;
	default:
		[$i3, $s2] = [w(($i2 ?: $i3)), cut(substr_replace('55', '12', 1, 2))];
	}
} while (++$L11 < 4 && ++$steps < 4000);
$i1 -= 24;
state('b4', $i4, $i5, $s0, $f2, $a0, $m0);
// block 5
$a3 = $a3; if (isset($a3[1])) $a3[1] = w($i4);
$a2[] = min(1_000, (int) array_search(0, [$i5]), levenshtein($s1, 'abcab')); $a2 = lim($a2);
state('b5', $i3, $i1, $s3, $f0, $a2, $m2);
// block 6
$s0 = cut($s0);
$a3 = lim($a2);
if ((bool) $i4) {
	$a3 = lim(array_values(array_filter(array_values(array_filter(array_pad($a1, 2, $i1), fn($x) => $x % 3 != 3)), fn($x) => $x % 3 != 1)));
} elseif ((isset($m2['Key']) && ($i0 < 38))) {
	[$i1, $s1] = [w(intdiv($i5, 5)), cut(substr_replace('85', 'ab', 1, 2))];
}
switch ($i4 % 4) {
case 0:
	$s2 = cut($s2);
case 1:
	$a3 = lim([w(($i0 ^ -7) << 4), ($f0 <=> (4 / 8)), $i5]);
	break;
case 2:
	$m1['World'] = strtoupper('010');
default:
	unset($m2['Zed']);
}
state('b6', $i1, $i2, $s4, $f0, $a0, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
