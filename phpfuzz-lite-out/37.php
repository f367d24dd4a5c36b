<?php
// phpfuzz-lite seed 37
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = 11; $i1 = 95; $i2 = -21; $i3 = -5; $i4 = 103; $i5 = 8; $f0 = 2.75; $f1 = 33.0; $f2 = -1.125; $s0 = '3.5'; $s1 = 'abc'; $s2 = '3.5'; $s3 = '12'; $s4 = 'Zed'; $a0 = [-4, 20, 22]; $a1 = [42, 8, 37, 25]; $a2 = [-5, 17]; $a3 = [7]; $m0 = ['ab' => 30, 'ab' => 23, 'ab' => 22]; $m1 = []; $m2 = ['Key' => 13];
// block 0
$i4++;
$s1 = cut('40');
if (ctype_free(chr(97 + abs(999983) % 26))) {
	$s4 = cut('13');
}
$L2 = 2;
while ($L2-- > 0) {
	if (++$steps > 4000) break;
	$i3 = w(w($i5 << 4));
}
state('b0', $i1, $i1, $s1, $f2, $a0, $m1);
// block 1
$i5 = w(4);
$L3 = 2;
while ($L3-- > 0) {
	if (++$steps > 4000) break;
	foreach ([(~2), $i2, $i1] as $L4 => $e4) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e4 - $L4);
		usort($a2, fn($p, $q) => $q % 10 <=> $p % 10);
		$a2 = $a1; if (isset($a2[1])) $a2[1] = w((~999983));
	}
}
$s0 = cut(sprintf('%.2f|%8.3f|%e', round(fmod((1.25 / 4), 500)), round(fmod(floor($f2), 500)), fmod($f2, 10000)));
state('b1', $i2, $i2, $s0, $f0, $a2, $m0);
// block 2
$L5 = 5;
while ($L5-- > 0) {
	if (++$steps > 4000) break;
	$L6 = 4;
	while ($L6-- > 0) {
		if (++$steps > 4000) break;
		for ($L7 = 0; $L7 < 3; $L7++) {
			if (++$steps > 4000) break;
			$m1['a-b'] ??= true;
			$s0 .= cut("010{$i4}-$s4"); $s0 = cut($s0);
			$i0 = w($i0 + $L7);
		}
		$a3 = $a0; if (isset($a3[1])) $a3[1] = w(w(($a0[4] ?? 0) * 52));
	}
	$m2['Zed'] ??= 0.5;
}
$i5 = w(($i3 + w(w($i5 * $i3) << 2) * $i2 % 100 - $i1) % 10007);
$L8 = 0;
do {
	for ($L9 = 0; $L9 < 5; $L9++) {
		if (++$steps > 4000) break;
		switch ((- $i3) % 4) {
		case 0:
			$a1 = lim([strlen($s3), ($i0 + intdiv(2147483647, 16)), strlen($s2)]);
			break;
		case 1:
			$a3 = $a3; if (isset($a3[1])) $a3[1] = w(levenshtein(cut($s1 . '54'), 'abcab'));
			break;
		case 2:
			$i0++;
			break;
		default:
			$s1 = cut('010');
			break;
		}
		for ($L11 = 0; $L11 < 1; $L11++) {
			if (++$steps > 4000) break;
			$i5 |= 39;
			$i3 -= 21;
			[$i1, $s2] = [w($i5), cut('foo_bar')];
			$i0 = w($i0 + $L11);
		}
		$i0 = w($i0 + $L9);
	}
	[$i4, $s3] = [w((- $i1)), cut('cab')];
} while (++$L8 < 5 && ++$steps < 4000);
if ((bool) count($a1)) {
	foreach ($a2 as $L13 => $e13) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e13 - $L13);
		$a2 = lim([$i5]);
	}
	$m2['a-b'] ??= $s0;
	if (($i5 < 5)) {
		$s1 = cut(cut(str_repeat('x', 0)));
		foreach ($m0 as $L15 => $val) {
			$s0 = cut($s0 . $L15 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L15)));
		}
		foreach (array_values(array_flip(array_flip($a2))) as $L16 => $e16) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e16 - $L16);
			[$i0, $s0] = [w(($i5 % 3)), cut($s0)];
		}
	}
} else {
	$s1 = cut(number_format(round(fmod(($f1 - $f1), 500)), 2));
}
switch (11 % 4) {
case 0:
	$i3 = w(84);
	break;
case 1:
	$s2 = cut(str_replace('x', 'hello', substr('50', 0, 9)));
case 2:
	$a0 = lim(array_map('intval', array_keys($m2)));
	break;
default:
	$s2 = cut(cut(cut(implode('1', $a3)) . substr($s3, -1)));
}
state('b2', $i0, $i1, $s2, $f2, $a3, $m0);
// block 3
foreach ($m0 as $L18 => $val) {
	$s0 = cut($s0 . $L18 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L18)));
}
$L19 = 0;
do {
	$L20 = 2;
	while ($L20-- > 0) {
		if (++$steps > 4000) break;
		$s4 .= cut(cut(str_repeat($s4, 3))); $s4 = cut($s4);
		foreach ($a1 as $L21 => $e21) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e21 - $L21);
			$s4 .= cut(chr(97 + abs(017) % 26)); $s4 = cut($s4);
		}
	}
	if ((abs($i3) == array_reduce($a0, fn($c, $x) => w($c * 2 + $x), -5))) {
		$i5 = w($i0);
		$a3[] = $i1; $a3 = lim($a3);
	}
} while (++$L19 < 2 && ++$steps < 4000);
for ($L23 = 0; $L23 < 5; $L23++) {
	if (++$steps > 4000) break;
	$s3 = cut($s0);
	$i1 = w($i1 + $L23);
}
state('b3', $i0, $i3, $s1, $f0, $a2, $m2);
// block 4
for ($L24 = 0; $L24 < 5; $L24++) {
	if (++$steps > 4000) break;
	$s4 = cut(substr(substr((($m1['zebra'] ?? 'none') . ''), 0), 3));
	$i1 = w($i1 + $L24);
}
switch ($i0 % 4) {
case 0:
	$i1 ^= 35;
	break;
case 1:
	$a2 = lim($a0);
case 2:
	$i5 -= 38;
default:
	$m0['3.5'] ??= $i1;
	break;
}
usort($a0, fn($p, $q) => $q % 10 <=> $p % 10);
state('b4', $i2, $i4, $s3, $f2, $a1, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
