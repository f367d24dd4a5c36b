<?php
// phpfuzz-lite seed 64
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
	$i1 += 36;
	$L1 = 1;
	while ($L1-- > 0) {
		if (++$steps > 4000) break;
		$s1 = cut(substr('010', 3, 0));
		$i1--;
	}
	return w((1 + $i0));
}
$i0 = 138; $i1 = 32; $i2 = -40; $i3 = 34; $i4 = 104; $i5 = 84; $f0 = 0.5; $f1 = -1.125; $f2 = 2.75; $s0 = 'Key'; $s1 = 'ab'; $s2 = '1e1'; $s3 = 'hello'; $s4 = '1e1'; $a0 = [11, -9, -2, 50]; $a1 = [37, -2]; $a2 = [-8, -5]; $a3 = [3, 12, 20, 6]; $m0 = ['Key' => 37, 'Key' => 35]; $m1 = ['1e1' => 5]; $m2 = ['bacab' => 14, 'Zed' => 15, 'hello' => 16];
// block 0
for ($L2 = 0; $L2 < 3; $L2++) {
	if (++$steps > 4000) break;
	$a3[] = strlen($s1); $a3 = lim($a3);
	$i3 = w((abs((empty($a3) ? $i3 : strlen($s0))) | (69 ^ (0b1011 - $i5))));
	$a3 = $a3; if (isset($a3[1])) $a3[1] = w($i1);
	$i0 = w($i0 + $L2);
}
$a2[] = ((100.0 <=> $f1) % 7); $a2 = lim($a2);
$s4 .= cut(gettype($i3)); $s4 = cut($s4);
for ($L3 = 0; $L3 < 3; $L3++) {
	if (++$steps > 4000) break;
	$i4 = w(count($a0));
	$i0 = w($i0 + $L3);
}
state('b0', $i3, $i1, $s1, $f0, $a0, $m2);
// block 1
$i5 = w((($i2 < 2) ? substr_count(dechex(abs(7)), 'a') : w((int) ($m1['abc'] ?? 96) * count($a1))));
$L4 = 0;
do {
	$m2['caba'] = cut($s0 . $s1);
	$i3 = w($i0);
} while (++$L4 < 1 && ++$steps < 4000);
$i1 |= 12;
$i4 = w($i2);
if (str_starts_with(dechex(abs(54)), '-')) {
	if (false) {
		if (((0.1 - $f0) >= (- 0.1))) {
			$i1 = w($i2);
			$i0 |= 3;
			$i0 = w((strlen($s4) >> 1));
		} elseif (!($s4 === 'qq')) {
			array_shift($a1);
		}
		foreach ($a1 as $L8 => $e8) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e8 - $L8);
			$s0 = cut(strtr((string) ($f2 / 4), 'abc', 'xyz'));
			$a1 = lim([$i2, ($i4 >> 2), 65535]);
		}
	}
	[$i3, $s2] = [w($i2), cut('0')];
} elseif (($s2 === 'ab')) {
	$a0 = $a2; if (isset($a0[1])) $a0[1] = w((($i0 <=> $i3) >> 3));
}
state('b1', $i1, $i5, $s1, $f0, $a2, $m0);
// block 2
$s4 = cut((($m2['zebra'] ?? 'none') . ''));
$L9 = 2;
while ($L9-- > 0) {
	if (++$steps > 4000) break;
	$L10 = 2;
	while ($L10-- > 0) {
		if (++$steps > 4000) break;
		$a0[] = 0; $a0 = lim($a0);
		$s0 = cut($s3);
	}
	$i5 = w(18);
	if (empty($a1)) {
		for ($L12 = 0; $L12 < 4; $L12++) {
			if (++$steps > 4000) break;
			$i4 = w($i0);
			$a3 = lim($a1);
			$a0 = lim($a0);
			$i0 = w($i0 + $L12);
		}
		$L13 = 0;
		do {
			$i1 = w(($i3 & $i5));
		} while (++$L13 < 5 && ++$steps < 4000);
		$s3 = cut('65');
	} else {
		$s1 = cut(cut(str_repeat(substr((($m0['Zed'] ?? 'none') . ''), 4, 2), 1)));
	}
}
$L14 = 4;
while ($L14-- > 0) {
	if (++$steps > 4000) break;
	foreach ($m2 as $L15 => $val) {
		$s0 = cut($s0 . $L15 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L15)));
	}
}
foreach (array_values(array_intersect($a1, array_fill(0, 4, $i3))) as $L16 => $e16) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e16 - $L16);
	$i3 |= 3;
}
if (($s0 === 'caba')) {
	$i2++;
	$a0 = $a0; if (isset($a0[1])) $a0[1] = w(2);
}
state('b2', $i3, $i2, $s0, $f0, $a3, $m1);
// block 3
$s2 = cut(trim($s4));
unset($m1['Key']);
if ((($s0 === 'Zed') || (($s3 === 'Key') && false))) {
	[$i3, $s0] = [w((($i5 < 5) ? $i1 : 7)), cut((($i3 < 92) ? 'ab' : $s0))];
	$a2 = $a0; if (isset($a2[1])) $a2[1] = w(intdiv((count($a3) % 2), 16));
} elseif (true) {
	switch (w(($i2 % 12) ** 3) % 4) {
	case 0:
		$m2['caba'] ??= $i5;
		break;
	case 1:
		$a2 = lim($a3);
	case 2:
		$i2 = w(3);
		break;
	default:
		$i3 = w($i1);
		break;
	}
	if (in_array('10', $m0)) {
		$a1 = lim(array_fill(0, 2, $i0));
		rsort($a1);
	}
} else {
	unset($m1['World']);
	for ($L21 = 0; $L21 < 3; $L21++) {
		if (++$steps > 4000) break;
		for ($L22 = 0; $L22 < 1; $L22++) {
			if (++$steps > 4000) break;
			$a3 = lim([0, $i5, -2147483648]);
			$i0 = w($i0 + $L22);
		}
		$i1 = w($i1 + $L21);
	}
}
[$i5, $s2] = [w(strlen($s0)), cut(str_pad($s4, 8, 'c', STR_PAD_LEFT))];
state('b3', $i2, $i1, $s4, $f0, $a2, $m1);
// block 4
$m0['010'] = ($i2 == $i3);
foreach ($a2 as $L23 => $e23) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e23 - $L23);
	$m1['1e1'] = null;
	foreach (array_map(null, $a0) as $L24 => $e24) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e24 - $L24);
		if (('3.5' === $i2)) {
			$s1 .= cut('41'); $s1 = cut($s1);
		} elseif ((false || false)) {
			array_splice($a1, 1, 1);
		} else {
			$a1[] = (($a1[0] ?? 6) - abs(58)); $a1 = lim($a1);
			$s1 = cut($s0);
		}
		foreach (array_map(fn($x) => w($x * 39 + $i5), array_map('intval', array_keys($m2))) as $L26 => $e26) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e26 - $L26);
			$i1 += 34;
		}
	}
}
if (is_numeric('6')) {
	unset($m2['cab']);
}
for ($L28 = 0; $L28 < 3; $L28++) {
	if (++$steps > 4000) break;
	$m0['World'] ??= $s4;
	foreach (lim([...array_reverse($a1), w(73 * $i4), ...[count($a2)]]) as $L29 => $e29) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e29 - $L29);
		if (($s1 === 'hello')) {
			$i4--;
			$i4 = w(w((1_000 ^ $i1) * $i4));
			unset($m1['1e1']);
		} elseif (empty($a2)) {
			$m0['0'] = 26;
			$f2 = fmod((1.25 + 0.5), 1e7);
		}
		$i2 = w(((floor((float) 1_000) <=> $f2) + (1_000 + intdiv($i0, 64)) * 5 % 100 - 7) % 10007);
	}
	$s2 = cut(cut($s1 . str_pad(strtoupper('20'), 8, '1', STR_PAD_LEFT)));
	$i1 = w($i1 + $L28);
}
$a3[] = 017; $a3 = lim($a3);
state('b4', $i2, $i0, $s4, $f1, $a0, $m0);
// block 5
$s4 = cut($s4);
$a3 = lim(((($s3 === 'cab') && ($i4 < 3)) ? array_map(null, $a1) : array_values(array_unique(array_values(array_filter($a1, fn($x) => $x % 3 != 4))))));
state('b5', $i5, $i1, $s4, $f0, $a3, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
