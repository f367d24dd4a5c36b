<?php
// phpfuzz-lite seed 33
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = 113; $i1 = 22; $i2 = 69; $i3 = 83; $i4 = 70; $i5 = 45; $f0 = -1.125; $f1 = 2.75; $f2 = 2.75; $s0 = 'Key'; $s1 = 'hello'; $s2 = '010'; $s3 = 'abc'; $s4 = 'x'; $a0 = [3, 6, -9, 43, -9]; $a1 = []; $a2 = [-5, 1]; $a3 = [5, -3, 21, 13]; $m0 = ['foo_bar' => 32]; $m1 = []; $m2 = ['foo_bar' => 34, 'y1' => 19, 'y1' => 22];
// block 0
usort($a1, fn($p, $q) => $q % 10 <=> $p % 10);
$i1++;
[$i1, $s4] = [w($i1), cut(str_pad('87', 8, 'x', STR_PAD_LEFT))];
state('b0', $i5, $i1, $s1, $f2, $a0, $m1);
// block 1
$m1['0'] ??= $i5;
$a3 = $a1; if (isset($a3[1])) $a3[1] = w(min(($i5 - $i1), -2, (~$i1)));
if ((bool) $s3) {
	switch (($i3 <=> strlen($s2)) % 4) {
	case 0:
		$i5 ^= 33;
		break;
	case 1:
		$s0 = cut(strtoupper("x{$i1}-$s0"));
	case 2:
		$i4--;
	default:
		rsort($a1);
		break;
	}
	$a2 = lim(array_map(fn($x) => w($x * 15 + (int) fmod($f0, 10000)), $a2));
}
if (isset($m1['0'])) {
	foreach ($m1 as $L4 => $val) {
		$s0 = cut($s0 . $L4 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L4)));
	}
	$i5 |= 11;
	$m2['qq'] ??= isset($m2['foo_bar']);
} else {
	unset($m1['foo_bar']);
	for ($L5 = 0; $L5 < 4; $L5++) {
		if (++$steps > 4000) break;
		$s4 .= cut((($s4)[4] ?? '_')); $s4 = cut($s4);
		foreach ([] as $L6 => $e6) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e6 - $L6);
			[$i0, $s1] = [w(w(array_sum($a1))), cut((string) 24)];
			$i0++;
		}
		usort($a2, fn($p, $q) => $q % 10 <=> $p % 10);
		if (!($s4 === 'foo_bar')) break;
		$i0 = w($i0 + $L5);
	}
}
state('b1', $i5, $i2, $s1, $f1, $a1, $m0);
// block 2
$i5--;
$f2 = fmod(100.0, 1e7);
$f0 = fmod(round(-3.75, 3), 1e7);
state('b2', $i0, $i0, $s0, $f2, $a1, $m1);
// block 3
$f2 = fmod((float) count($a1), 1e7);
array_splice($a3, 1, 1);
foreach ((($i3 <= $i2) ? $a1 : array_values(array_unique([$i2, $i0, strlen($s4)]))) as $L7 => $e7) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e7 - $L7);
	foreach ([($i0 >> 3)] as $L8 => $e8) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e8 - $L8);
		unset($m1['10']);
	}
	$i0 = w(72);
}
if ((var_export('7', true) < $s1)) {
	for ($L10 = 0; $L10 < 1; $L10++) {
		if (++$steps > 4000) break;
		$L11 = 0;
		do {
			$m0['x'] ??= null;
		} while (++$L11 < 2 && ++$steps < 4000);
		for ($L12 = 0; $L12 < 1; $L12++) {
			if (++$steps > 4000) break;
			$f2 = fmod(fmod($f1, 7.5), 1e7);
			$s1 .= cut(cut($s1 . $s4)); $s1 = cut($s1);
			$i0 = w($i0 + $L12);
		}
		$i0 = w((w(crc32(number_format(fmod($f2, 10000), 2))) & $i2));
		$i1 = w($i1 + $L10);
	}
}
state('b3', $i1, $i0, $s4, $f1, $a3, $m2);
// block 4
$m1['Key'] ??= ($i4 < 32);
if (($i0 > $i2)) {
	$L14 = 0;
	do {
		for ($L15 = 0; $L15 < 5; $L15++) {
			if (++$steps > 4000) break;
			$s2 .= cut(bin2hex(substr($s2, 0, 5))); $s2 = cut($s2);
			if (($s1 == '1e1')) break;
			$i0 = w($i0 + $L15);
		}
		$L16 = 0;
		do {
			$i4 = w($i4);
		} while (++$L16 < 5 && ++$steps < 4000);
	} while (++$L14 < 2 && ++$steps < 4000);
	if (('World' < $s0)) {
		if ((($s3 === 'x') === empty($a2))) {
			$s1 .= cut('12'); $s1 = cut($s1);
		}
		$m1['qq'] ??= $s1;
		$L19 = 0;
		do {
			$a2 = lim(lim([...[(~strlen($s0)), $i0, $i3], substr_count('85', 'a'), ...[$i1, (- $i5), strlen($s1)]]));
			$i4--;
		} while (++$L19 < 1 && ++$steps < 4000);
	} elseif (($i0 !== 62)) {
		if (isset($m1['Zed'])) {
			$i3++;
			$a2[] = 35; $a2 = lim($a2);
			$a1 = $a0; if (isset($a1[1])) $a1[1] = w(($i0 - ($i5 + $i3)));
		} else {
			$m1['a-b'] ??= $i0;
		}
	}
}
state('b4', $i4, $i4, $s4, $f2, $a3, $m2);
// block 5
for ($L21 = 0; $L21 < 2; $L21++) {
	if (++$steps > 4000) break;
	foreach ($m1 as $L22 => $val) {
		$s0 = cut($s0 . $L22 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L22)));
	}
	$i1 = w($i1 + $L21);
}
for ($L23 = 0; $L23 < 2; $L23++) {
	if (++$steps > 4000) break;
	$m1['hello'] ??= ($i1 > $i3);
	$i1 = w($i1 + $L23);
}
$m0['x'] = false;
state('b5', $i2, $i1, $s1, $f1, $a2, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
