<?php
// phpfuzz-lite seed 29
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = 45; $i1 = -38; $i2 = -32; $i3 = -20; $i4 = 17; $i5 = -37; $f0 = 2.75; $f1 = 33.0; $f2 = -1.125; $s0 = '3.5'; $s1 = 'ab'; $s2 = '1e1'; $s3 = 'cab'; $s4 = '1e1'; $a0 = [4, 22, 45, 31, 44]; $a1 = [37, 38]; $a2 = []; $a3 = [34, 5, 12, 45]; $m0 = ['abc' => 4, 'zebra' => 22]; $m1 = ['12' => 0, 'qq' => 31]; $m2 = ['caba' => 14, 'bacab' => 36, 'Key' => 3];
// block 0
$f0 = fmod((($f1 - $f1) + (((float) $i0 + 0.5) * 100.0)), 1e7);
$L1 = 0;
do {
	if (str_starts_with($s3, 'x')) {
		foreach ([] as $L3 => $e3) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e3 - $L3);
			$s3 .= cut((($m1['3.5'] ?? 'none') . '')); $s3 = cut($s3);
			$i4 = w((int) (null < $f2));
		}
	} else {
		array_shift($a0);
	}
	$a3 = lim([89]);
} while (++$L1 < 5 && ++$steps < 4000);
state('b0', $i1, $i2, $s2, $f0, $a2, $m0);
// block 1
$L4 = 3;
while ($L4-- > 0) {
	if (++$steps > 4000) break;
	unset($m2['Zed']);
}
foreach (array_map(null, $a2) as $L5 => $e5) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e5 - $L5);
	$s3 .= cut(trim($s3)); $s3 = cut($s3);
	$m1['hello'] ??= $i3;
}
unset($m0['Zed']);
unset($m2['Key']);
$s2 = cut((isset($m1['12']) ? number_format(fmod(0.1, 10000), 2) : cut(cut(str_repeat('12', 3)) . $s0)));
state('b1', $i0, $i0, $s1, $f1, $a2, $m1);
// block 2
foreach ($a0 as $L6 => $e6) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e6 - $L6);
	[$i2, $s1] = [w(w((47 % 12) ** 2)), cut(json_encode([$i3, $i1, $i5]))];
}
unset($m0['010']);
state('b2', $i1, $i1, $s3, $f2, $a3, $m1);
// block 3
if (($i0 < 65)) {
	if ((sprintf('%.2f|%8.3f|%e', round(fmod($f0, 500)), round(fmod(1e-3, 500)), round(fmod((float) $i1, 500))) < 'hello')) {
		$i5 -= 42;
		$s4 .= cut('cab'); $s4 = cut($s4);
	}
	$m0['cab'] = null;
	$i4 = w((w(count($a1) << 2) ^ $i3));
} elseif (($i4 < -12)) {
	$s0 = cut(decbin(abs($i5) % 512));
}
foreach (array_values(array_filter(lim([...[2147483647], count($a1), ...[$i3, 60, 999983]]), fn($x) => $x % 3 != 2)) as $L9 => $e9) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e9 - $L9);
	$a2 = $a1; if (isset($a2[1])) $a2[1] = w(((int) round(fmod(1e-3, 500)) + 24));
}
$i0 -= 20;
for ($L10 = 0; $L10 < 2; $L10++) {
	if (++$steps > 4000) break;
	unset($m1['10']);
	$i0 = w($i0 + $L10);
}
$f2 = fmod($f1, 1e7);
state('b3', $i4, $i0, $s0, $f2, $a0, $m0);
// block 4
unset($m1['ab']);
$f0 = fmod($f2, 1e7);
if ((((int) ($m1['12'] ?? 2) % 7) == w($i2 * $i5))) {
	$s4 = cut(cut($s0 . '49'));
	for ($L12 = 0; $L12 < 2; $L12++) {
		if (++$steps > 4000) break;
		if ((($s4 === '10') === $f2)) {
			$s3 .= cut(gettype($s2)); $s3 = cut($s3);
			$s1 = cut(strtoupper(cut($s0 . '3.5')));
		} elseif (('ab' == $s1)) {
			$a3 = lim(array_reverse($a2));
		} else {
			$i1++;
			unset($m2['World']);
		}
		$a3 = lim([$i4]);
		if (($i3 < 7)) {
			$i3 |= 8;
			$s1 = cut(strtoupper(json_encode(array_map('strlen', explode('a', (($m2['qq'] ?? 'none') . ''))))));
			$m2['bacab'] = ($i3 & 0x7f);
		} elseif (isset($m0['Zed'])) {
			[$i1, $s3] = [w($i1), cut((string) $i3)];
		}
		$i1 = w($i1 + $L12);
	}
}
state('b4', $i4, $i5, $s0, $f2, $a3, $m2);
// block 5
$a3 = $a1; if (isset($a3[1])) $a3[1] = w(((- $i2) - ($i4 % 2)));
[$i5, $s2] = [w(((int) ($m1['0'] ?? 92) - (int) ($m1['0'] ?? -3))), cut(cut(implode('x', [$i2, $i2, $i4])))];
for ($L15 = 0; $L15 < 3; $L15++) {
	if (++$steps > 4000) break;
	$i4--;
	$i1 = w($i1 + $L15);
}
$s1 = cut((($i4 < 78) ? number_format(round(fmod($f1, 500)), 2) : $s1));
state('b5', $i3, $i1, $s1, $f2, $a1, $m1);
// block 6
unset($m1['010']);
$L16 = 0;
do {
	for ($L17 = 0; $L17 < 2; $L17++) {
		if (++$steps > 4000) break;
		if (in_array('1e1', $m2)) {
			$m0['1e1'] ??= '33';
			$s1 = cut("bacab{$i0}-$s3");
		} elseif (isset($m1['y1'])) {
			unset($m2['caba']);
			$i4 = w((~(sqrt(abs(0.5)) <=> $f1)));
		}
		$s3 .= cut("1e1{$i5}-$s4"); $s3 = cut($s3);
		$m1['y1'] ??= (float) 61;
		$i1 = w($i1 + $L17);
	}
} while (++$L16 < 5 && ++$steps < 4000);
foreach ($m0 as $L19 => $val) {
	$s0 = cut($s0 . $L19 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L19)));
}
unset($m0['cab']);
state('b6', $i1, $i2, $s0, $f1, $a3, $m0);
// block 7
$f0 = fmod(100.0, 1e7);
[$i1, $s1] = [w((int) round(fmod(1e-3, 500))), cut('010')];
if (true) {
	$a1[] = (int) ($i5 > $i3); $a1 = lim($a1);
} else {
	[$i3, $s2] = [w(intdiv(-20, 7)), cut((($s0 === 'World') ? $s4 : 'qq'))];
}
state('b7', $i2, $i2, $s4, $f0, $a3, $m1);
// block 8
$a1 = lim($a3);
$s0 = cut($s2);
foreach ($a1 as $L21 => $e21) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e21 - $L21);
	$i3 = w($i0);
	if (($i5 > $i2)) {
		$i4 |= 6;
		for ($L23 = 0; $L23 < 4; $L23++) {
			if (++$steps > 4000) break;
			unset($m0['ab']);
			[$i4, $s1] = [w($i5), cut('12')];
			$i0 = w($i0 + $L23);
		}
		$a0 = lim(lim(array_merge([], $a0)));
	} elseif (in_array('Zed', $m0)) {
		$s0 .= cut(trim($s2)); $s0 = cut($s0);
		unset($m2['bacab']);
	} else {
		$s4 = cut(strtoupper('8'));
	}
}
$s2 = cut(strtr(ucfirst(strtolower(cut($s2 . $s3))), 'abc', 'xyz'));
$s4 = cut((string) $f0);
state('b8', $i2, $i4, $s2, $f1, $a1, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
