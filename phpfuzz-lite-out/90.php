<?php
// phpfuzz-lite seed 90
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = 20; $i1 = 1; $i2 = -36; $i3 = 28; $i4 = -50; $i5 = 72; $f0 = -1.125; $f1 = 2.75; $f2 = 2.75; $s0 = 'cab'; $s1 = 'caba'; $s2 = '3.5'; $s3 = 'Zed'; $s4 = '1e1'; $a0 = []; $a1 = [15, -4, 5]; $a2 = [33, 23, 12, 16]; $a3 = [33, 48, 37, 19, 0]; $m0 = []; $m1 = []; $m2 = [];
// block 0
$i2 -= 38;
if ((($s4 == $s2) && ($i1 < 4))) {
	rsort($a1);
} elseif (($i1 < 75)) {
	for ($L2 = 0; $L2 < 2; $L2++) {
		if (++$steps > 4000) break;
		$m1['Zed'] = w(crc32('x'));
		$i0 = w($i0 + $L2);
	}
	$i5 = w((($i2 % -3) + (int) round(fmod(100.0, 500))));
}
$i3 = w(w((($i5 < 4) ? 43 : 51) * $i3));
$m2['Key'] ??= '63';
foreach ($a3 as $L3 => $e3) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e3 - $L3);
	foreach ($a1 as $L4 => $e4) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e4 - $L4);
		foreach (array_map('ord', str_split(cut($s3 . '.'))) as $L5 => $e5) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e5 - $L5);
			$s4 = cut('4');
		}
	}
	usort($a3, fn($p, $q) => $q % 10 <=> $p % 10);
}
state('b0', $i4, $i2, $s4, $f2, $a3, $m1);
// block 1
$L6 = 0;
do {
	[$i0, $s0] = [w($i4), cut((string) 1.25)];
} while (++$L6 < 4 && ++$steps < 4000);
$a3[] = $i5; $a3 = lim($a3);
state('b1', $i4, $i5, $s3, $f0, $a1, $m0);
// block 2
foreach ($a2 as $L7 => $e7) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e7 - $L7);
	$m0['bacab'] ??= $f0;
	foreach ($a2 as $L8 => $e8) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e8 - $L8);
		$s1 = cut('1e1');
	}
}
foreach ($a3 as $L9 => $e9) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e9 - $L9);
	$f2 = fmod(sqrt(abs($f0)), 1e7);
}
$i0--;
$i3 -= 27;
state('b2', $i3, $i4, $s4, $f0, $a3, $m1);
// block 3
$m2['0'] ??= ($i2 < 76);
$L10 = 0;
do {
	switch ($i3 % 4) {
	case 0:
		$a1[] = $i1; $a1 = lim($a1);
		break;
	case 1:
		$i2 += 29;
	case 2:
		$a3 = lim($a3);
		break;
	default:
		$i0 ^= 27;
		break;
	}
} while (++$L10 < 5 && ++$steps < 4000);
if (((3 + $i0) !== $i1)) {
	for ($L13 = 0; $L13 < 3; $L13++) {
		if (++$steps > 4000) break;
		$m1['Key'] ??= null;
		$a2 = $a3; if (isset($a2[1])) $a2[1] = w(w(array_sum(array_map('strlen', explode('1', 'x')))));
		$L14 = 0;
		do {
			$i4 = w(((int) $s0 % 997));
		} while (++$L14 < 4 && ++$steps < 4000);
		$i0 = w($i0 + $L13);
	}
	for ($L15 = 0; $L15 < 1; $L15++) {
		if (++$steps > 4000) break;
		$L16 = 0;
		do {
			$f0 = fmod(-3.75, 1e7);
		} while (++$L16 < 3 && ++$steps < 4000);
		foreach (array_map(null, [$i3, ($a2[1] ?? 1), 3]) as $L17 => $e17) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e17 - $L17);
			$i3++;
		}
		$i1 = w($i1 + $L15);
	}
}
$a3[] = (int) (($i5 < 39) && false); $a3 = lim($a3);
unset($m1['1e1']);
state('b3', $i4, $i4, $s0, $f1, $a0, $m0);
// block 4
$f2 = fmod((($f2 / 4) - ($f1 * 1e-3)), 1e7);
$a1[] = $i1; $a1 = lim($a1);
state('b4', $i1, $i5, $s1, $f2, $a0, $m0);
// block 5
foreach (array_values(array_diff([], [17, $i4, -4])) as $L18 => $e18) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e18 - $L18);
	$s3 .= cut(substr($s3, -0)); $s3 = cut($s3);
	$i5 = w($i4);
}
$L19 = 0;
do {
	if (($i5 < 27)) {
		for ($L21 = 0; $L21 < 1; $L21++) {
			if (++$steps > 4000) break;
			$a0 = lim(lim([...$a0, strlen($s1), ...array_map('ord', str_split(cut('11' . '.')))]));
			array_pop($a0);
			rsort($a2);
			if (in_array('ab', $m1)) continue;
			$i0 = w($i0 + $L21);
		}
	} elseif (($f2 >= $f0)) {
		switch (5 % 4) {
		case 0:
			array_shift($a1);
			break;
		case 1:
			$a1 = lim($a2);
		case 2:
			$a1 = $a2; if (isset($a1[1])) $a1[1] = w((w($i1 * $i4) ?: w(array_sum([7]))));
			break;
		default:
			$a1 = lim([$i5]);
			break;
		}
	} else {
		foreach ($a2 as $L23 => $e23) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e23 - $L23);
			$s3 .= cut($s2); $s3 = cut($s3);
			$a3 = lim(array_pad($a3, 4, $i4));
		}
		$s0 .= cut(bin2hex(substr('x', 0, 5))); $s0 = cut($s0);
	}
	$L24 = 4;
	while ($L24-- > 0) {
		if (++$steps > 4000) break;
		$i1--;
	}
} while (++$L19 < 3 && ++$steps < 4000);
unset($m0['qq']);
$a1 = $a1; if (isset($a1[1])) $a1[1] = w((~$i1));
state('b5', $i4, $i5, $s4, $f1, $a2, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
