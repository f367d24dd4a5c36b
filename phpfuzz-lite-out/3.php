<?php
// phpfuzz-lite seed 3
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
	$i1 |= 14;
	$a1 = lim([strlen($s1)]);
	$L1 = 0;
	do {
		$a1[] = $i1; $a1 = lim($a1);
	} while (++$L1 < 5 && ++$steps < 4000);
	$a0 = $a1; if (isset($a0[1])) $a0[1] = w(((4 + $i0) - ($i0 ?: (int) ($m0['10'] ?? 23))));
	if (($i0 === 'bacab')) {
		rsort($a1);
		unset($m0['cab']);
	} elseif (empty($a0)) {
		$a0[] = $i1; $a0 = lim($a0);
		$i0 = w($i0);
	} else {
		$f1 = fmod(sqrt(abs($f1)), 1e7);
	}
	return w($i1);
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	$m1['World'] ??= ($i1 > $i0);
	for ($L3 = 0; $L3 < 4; $L3++) {
		if (++$steps > 4000) break;
		unset($m0['zebra']);
		[$i0, $s0] = [w(w(017 << 1)), cut(substr($s0, 1))];
		$a0[] = (int) ($m1['0'] ?? 4); $a0 = lim($a0);
		$i0 = w($i0 + $L3);
	}
	$L4 = 1;
	while ($L4-- > 0) {
		if (++$steps > 4000) break;
		$f1 = fmod(ceil((isset($m1['0']) ? (7.0 / 4) : $f0)), 1e7);
		unset($m0['010']);
	}
	unset($m0['12']);
	unset($m0['0']);
	return w((max($i1, $i1) <=> 999983));
}
$i0 = -46; $i1 = 100; $i2 = -38; $i3 = -42; $i4 = 14; $i5 = 85; $f0 = 2.75; $f1 = 33.0; $f2 = 2.75; $s0 = '12'; $s1 = 'qq'; $s2 = 'abc'; $s3 = 'Key'; $s4 = '0'; $a0 = [2, 38, 18, 32]; $a1 = [32]; $a2 = []; $a3 = [26, -9]; $m0 = ['0' => 18, 'World' => 23]; $m1 = ['y1' => 35]; $m2 = [];
// block 0
$a2 = lim($a1);
if (($i2 < 1)) {
	$i0--;
	$i5 = w($i1);
	foreach (array_map('ord', str_split(cut(cut('Key' . $s4) . '.'))) as $L6 => $e6) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e6 - $L6);
		foreach (array_map('strlen', explode('a', $s3)) as $L7 => $e7) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e7 - $L7);
			$s1 .= cut((string) $i5); $s1 = cut($s1);
			$i0 = w((($i4 & ($f0 <=> $f2)) + 60));
		}
		$i1++;
	}
} elseif (($s3 === null)) {
	unset($m0['World']);
	foreach ([w((int) ($m1['qq'] ?? 2) * 1_000)] as $L8 => $e8) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e8 - $L8);
		$s1 .= cut(str_pad('10', 8, 'a', STR_PAD_LEFT)); $s1 = cut($s1);
	}
} else {
	$f0 = fmod(-3.75, 1e7);
	$i4++;
}
$s3 .= cut('0'); $s3 = cut($s3);
state('b0', $i2, $i0, $s2, $f1, $a2, $m1);
// block 1
$f2 = fmod(0.5, 1e7);
$i1 -= 34;
$i0 = w((int) ($i0 > $i2));
$L9 = 2;
while ($L9-- > 0) {
	if (++$steps > 4000) break;
	for ($L10 = 0; $L10 < 4; $L10++) {
		if (++$steps > 4000) break;
		$a3 = lim([((32 - $i4) - ($i0 % 16)), match (substr_count('10', 'a') % 4) { 0 => 33, 1, 2 => $i5, default => match ($i2 % 4) { 0 => $i0, 1, 2 => $i2, default => $i1 } }, ($i2 >> 0)]);
		$f2 = fmod((0.1 * 0.1), 1e7);
		foreach ($a0 as $L11 => $e11) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e11 - $L11);
			$s3 .= cut(dechex(abs(33))); $s3 = cut($s3);
			$a2 = lim(array_map('intval', array_keys($m1)));
		}
		$i0 = w($i0 + $L10);
	}
	foreach ($a0 as $L12 => $e12) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e12 - $L12);
		if (($i5 < 46)) {
			[$i2, $s2] = [w((int) ($m0['x'] ?? -12)), cut(bin2hex(substr('58', 0, 5)))];
			$a2 = $a1; if (isset($a2[1])) $a2[1] = w(min($i0, $i2, $i3));
			$i1--;
		}
		$a2 = lim(lim(array_merge(array_values(array_intersect($a0, array_values(array_diff($a0, [($a1[4] ?? 36)])))), array_values(array_intersect($a1, $a2)))));
	}
}
state('b1', $i4, $i5, $s0, $f0, $a2, $m0);
// block 2
unset($m1['caba']);
$s3 .= cut($s0); $s3 = cut($s3);
rsort($a3);
$L14 = 1;
while ($L14-- > 0) {
	if (++$steps > 4000) break;
	foreach ([($i0 ^ 69), $i2, (isset($m2['World']) ? $i1 : $i5)] as $L15 => $e15) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e15 - $L15);
		for ($L16 = 0; $L16 < 2; $L16++) {
			if (++$steps > 4000) break;
			[$i2, $s1] = [w(strlen($s0)), cut($s4)];
			$i1 = w($i1 + $L16);
		}
		if (true) {
			$m2['zebra'] = true;
		}
	}
	unset($m2['caba']);
}
state('b2', $i1, $i0, $s2, $f2, $a2, $m1);
// block 3
$i4 += 23;
unset($m1['hello']);
$i5 |= 49;
for ($L18 = 0; $L18 < 3; $L18++) {
	if (++$steps > 4000) break;
	foreach ($a0 as $L19 => $e19) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e19 - $L19);
		foreach (sorted(array_map(null, $a2)) as $L20 => $e20) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e20 - $L20);
			$i1 = w(28);
		}
	}
	$i2 = w($i5);
	$i0 = w($i0 + $L18);
}
state('b3', $i3, $i0, $s2, $f1, $a2, $m1);
// block 4
$a2 = $a1; if (isset($a2[1])) $a2[1] = w(($a1[1] ?? -13));
$f0 = fmod(fmod($f1, 7.5), 1e7);
$i4 = w(($i1 & ($i3 % -3)));
$m0['Key'] = ($i4 < 55);
state('b4', $i3, $i1, $s3, $f0, $a0, $m1);
// block 5
foreach ($m0 as $L21 => $val) {
	$s0 = cut($s0 . $L21 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L21)));
}
if (($i5 < 2)) {
	foreach ($a3 as $L23 => $e23) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e23 - $L23);
		foreach ([$i4] as $L24 => $e24) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e24 - $L24);
			unset($m2['caba']);
			$s1 .= cut($s3); $s1 = cut($s1);
		}
	}
	usort($a1, fn($p, $q) => $q % 10 <=> $p % 10);
	unset($m2['bacab']);
}
$m1['y1'] ??= '3.5';
$m1['ab'] ??= $i2;
$i4 = w($i0);
state('b5', $i5, $i2, $s4, $f0, $a3, $m1);
// block 6
$i3 |= 49;
$i3 |= 45;
$m2['Key'] ??= 017;
$a2 = lim([(($i2 + 53) - ($i2 | 4)), (int) round(fmod($f0, 500)), $i0]);
state('b6', $i3, $i5, $s1, $f1, $a2, $m0);
// block 7
$m2['1e1'] ??= ($i1 > $i5);
$m1['1e1'] ??= 3;
foreach ($m1 as $L25 => $val) {
	$s0 = cut($s0 . $L25 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L25)));
}
$s2 = cut(number_format(fmod($f2, 10000), 2));
state('b7', $i5, $i1, $s4, $f0, $a2, $m1);
// block 8
$s2 = cut(str_pad(cut(gettype($s4) . $s2), 8, 'c', STR_PAD_LEFT));
$L26 = 0;
do {
	$s0 = cut((($m1['qq'] ?? 'none') . ''));
} while (++$L26 < 4 && ++$steps < 4000);
state('b8', $i2, $i3, $s3, $f0, $a2, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
