<?php
// phpfuzz-lite seed 30
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = -32; $i1 = 19; $i2 = -40; $i3 = 149; $i4 = -31; $i5 = 17; $f0 = 0.5; $f1 = -1.125; $f2 = 2.75; $s0 = 'x'; $s1 = 'y1'; $s2 = '10'; $s3 = '0'; $s4 = 'ab'; $a0 = [36, 48, 43, 42]; $a1 = [49]; $a2 = [11, 43, 26, 15, 33]; $a3 = [16, 43, -1, 27, 37]; $m0 = ['bacab' => 18, 'qq' => 25, '10' => 19]; $m1 = ['zebra' => 19, 'bacab' => 21, 'zebra' => 32]; $m2 = [];
// block 0
for ($L1 = 0; $L1 < 1; $L1++) {
	if (++$steps > 4000) break;
	foreach ($m2 as $L2 => $val) {
		$s0 = cut($s0 . $L2 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L2)));
	}
	$m1['y1'] = strlen($s1);
	$i1 = w($i1 + $L1);
}
for ($L3 = 0; $L3 < 5; $L3++) {
	if (++$steps > 4000) break;
	$i2 = w((int) ($i3 < 2));
	$L4 = 0;
	do {
		$i1 += 11;
	} while (++$L4 < 2 && ++$steps < 4000);
	$i0 = w($i0 + $L3);
}
$L5 = 0;
do {
	$L6 = 5;
	while ($L6-- > 0) {
		if (++$steps > 4000) break;
		$i0 = w(999983);
		for ($L7 = 0; $L7 < 3; $L7++) {
			if (++$steps > 4000) break;
			$i0 = w(-6);
			unset($m0['hello']);
			$i1 = w($i1 + $L7);
		}
	}
	[$i0, $s1] = [w((40 + $i5)), cut($s3)];
} while (++$L5 < 5 && ++$steps < 4000);
$m1['caba'] ??= $i3;
state('b0', $i5, $i5, $s1, $f0, $a2, $m2);
// block 1
if ((($i0 > $i0) == $f2)) {
	$i3 -= 14;
	$m1['qq'] = ($i0 < 41);
	$i5 = w(((4 | $i1) | $i4));
} elseif (isset($m2['3.5'])) {
	switch (levenshtein('Key', 'abcab') % 4) {
	case 0:
		$a0 = $a0; if (isset($a0[1])) $a0[1] = w($i3);
		break;
	case 1:
		array_pop($a0);
	case 2:
		$i3--;
	default:
		$i2--;
	}
	for ($L10 = 0; $L10 < 4; $L10++) {
		if (++$steps > 4000) break;
		for ($L11 = 0; $L11 < 5; $L11++) {
			if (++$steps > 4000) break;
			$a3[] = (- 61); $a3 = lim($a3);
			array_pop($a3);
			$a1[] = abs(($i3 >> 1)); $a1 = lim($a1);
			$i1 = w($i1 + $L11);
		}
		if (true) break;
		$i0 = w($i0 + $L10);
	}
} else {
	array_pop($a3);
}
[$i0, $s4] = [w((strpos('3.5', 'x') === false ? 72 : 7)), cut($s4)];
foreach (array_map('strlen', explode('1', '9')) as $L12 => $e12) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e12 - $L12);
	if (('23' < '10')) {
		for ($L14 = 0; $L14 < 4; $L14++) {
			if (++$steps > 4000) break;
			$s2 = cut(number_format(round(fmod(-3.75, 500)), 2));
			$i1 = w($i1 + $L14);
		}
	} elseif ((false && empty($a3))) {
		$m1['hello'] ??= 0;
	} else {
		$L15 = 3;
		while ($L15-- > 0) {
			if (++$steps > 4000) break;
			$m1['0'] ??= $s0;
		}
		$i5 -= 9;
	}
}
unset($m2['ab']);
state('b1', $i2, $i5, $s3, $f2, $a3, $m0);
// block 2
$f1 = fmod(((- (float) 62) - $f2), 1e7);
$f2 = fmod(($f1 - 0.5), 1e7);
switch (w(crc32('31')) % 4) {
case 0:
	$m2['y1'] ??= strlen($s3);
	break;
case 1:
	$s1 = cut($s0);
case 2:
	$i3 = w((~-9));
	break;
default:
	$i1 = w(w(w((74 % 12) ** 3) * $i5));
	break;
}
if (array_is_list($m0)) {
	$m1['Key'] ??= ($a3[4] ?? -13);
} else {
	if (($i0 < 6)) {
		$m1['1e1'] ??= 'y1';
		$i4 = w(strlen($s3));
	} else {
		$a1[] = 93; $a1 = lim($a1);
	}
}
state('b2', $i3, $i1, $s0, $f0, $a0, $m0);
// block 3
unset($m0['12']);
[$i0, $s0] = [w($i0), cut('ab')];
$L19 = 0;
do {
	$i0 = w((int) str_starts_with(wordwrap('Zed', 4, '/', true), '-'));
} while (++$L19 < 3 && ++$steps < 4000);
state('b3', $i3, $i5, $s1, $f2, $a2, $m2);
// block 4
if (($i4 > $i3)) {
	$i1 -= 48;
	$a0[] = 33; $a0 = lim($a0);
	$a2 = lim($a3);
}
[$i3, $s4] = [w(($i1 % 3)), cut(substr($s1, 0))];
state('b4', $i0, $i4, $s0, $f0, $a2, $m1);
// block 5
foreach ($m2 as $L21 => $val) {
	$s0 = cut($s0 . $L21 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L21)));
}
foreach ($a3 as &$ref) { $ref = w($ref * 3 + 1); } unset($ref);
unset($m1['0']);
switch (w($i4 * $i1) % 4) {
case 0:
	$s4 = cut($s1);
	break;
case 1:
	unset($m2['foo_bar']);
	break;
case 2:
	$s1 .= cut((($i5 < 5) ? 'abc' : 'foo_bar')); $s1 = cut($s1);
	break;
default:
	$i0 -= 4;
	break;
}
state('b5', $i5, $i0, $s2, $f0, $a1, $m1);
// block 6
sort($a2);
if (str_starts_with(cut(implode('x', [$i4])), 'a')) {
	$i4++;
	$m0['hello'] ??= (float) $i2;
	$a0 = $a2; if (isset($a0[1])) $a0[1] = w($i3);
} elseif (((($m1['3.5'] ?? 'none') . '') == $s3)) {
	for ($L25 = 0; $L25 < 4; $L25++) {
		if (++$steps > 4000) break;
		if (($i1 > $i1)) {
			$f2 = fmod(fmod($f2, 7.5), 1e7);
			$a1[] = 4; $a1 = lim($a1);
			$s3 = cut(number_format(fmod(($f2 / 4), 10000), 2));
		} elseif ((($i1 < 2) && isset($m2['abc']))) {
			unset($m2['World']);
		}
		[$i5, $s1] = [w(017), cut(nl2br('x'))];
		$i0 = w($i0 + $L25);
	}
	$a3 = lim(lim([...[$i0, $i5, count($a3)], min(19, w(crc32($s3)), ($a2[2] ?? 98)), ...[(int) ($i2 < 4), (int) true, (-3.75 <=> $f0)]]));
}
switch ((98 % 2) % 4) {
case 0:
	$m2['zebra'] ??= 0.5;
	break;
case 1:
	$a3 = lim(array_map('strlen', explode('1', cut(chr(97 + abs($i1) % 26) . (string) $i3))));
	break;
case 2:
	$s0 .= cut(strtoupper($s0)); $s0 = cut($s0);
	break;
default:
	unset($m0['10']);
}
$i4++;
if ((($i2 > $i3) xor (($i3 < 47) || isset($m2['bacab'])))) {
	array_pop($a0);
	$a0 = lim([w($i3 * 5), $i3, (strcmp($s4, $s0) - (($i5 < 24) ? $i4 : 91))]);
} elseif ((1.25 >= 7.0)) {
	foreach ($a0 as &$ref) { $ref = w($ref * 5 + 1); } unset($ref);
	$s2 = cut(cut(cut($s3 . decbin(abs(85) % 512)) . $s1));
} else {
	$i5 = w((- intdiv((- count($a0)), 5)));
}
state('b6', $i2, $i4, $s0, $f0, $a1, $m2);
// block 7
if (((0b1011 + 999983) == ($i1 % 5))) {
	switch (count($a3) % 4) {
	case 0:
		$a3 = $a1; if (isset($a3[1])) $a3[1] = w(strlen($s1));
		break;
	case 1:
		$a0[] = $i3; $a0 = lim($a0);
	case 2:
		usort($a3, fn($p, $q) => $q % 10 <=> $p % 10);
		break;
	default:
		$a1 = lim(lim([...array_values(array_diff(array_map('ord', str_split(cut($s1 . '.'))), $a2)), (strpos(strtoupper($s0), 'x') === false ? 19 : 7), ...array_map('strlen', explode('a', "1e1{$i3}-$s2"))]));
	}
	foreach (array_map(null, [65535, count($a3), ($a0[3] ?? 49)]) as $L32 => $e32) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e32 - $L32);
		$m2['hello'] = 0.5;
		for ($L33 = 0; $L33 < 2; $L33++) {
			if (++$steps > 4000) break;
			[$i0, $s3] = [w(($i3 % 7)), cut(trim('010'))];
			$m2['abc'] = ($s3 == $s1);
			$a1 = lim(array_values(array_unique(lim([...$a3, ($i0 | $i5), ...lim(array_merge($a0, $a0))]))));
			$i1 = w($i1 + $L33);
		}
	}
}
$f1 = fmod(sqrt(abs(round(sqrt(abs($f1)), 4))), 1e7);
$a1 = $a2; if (isset($a1[1])) $a1[1] = w($i2);
$L34 = 2;
while ($L34-- > 0) {
	if (++$steps > 4000) break;
	unset($m2['0']);
}
if (((1e-3 >= 1.25) || empty($a0))) {
	foreach ($a0 as $L36 => $e36) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e36 - $L36);
		$a0 = lim($a0);
	}
} elseif (($i0 > $i2)) {
	if (isset($m0['cab'])) {
		foreach ($a2 as $L38 => $e38) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e38 - $L38);
			$i3 = w(7);
			$s0 = cut(substr_replace((string) ($f0 / 4), 'x', 1, 2));
		}
	}
	$a3 = lim(array_map('intval', array_keys($m1)));
} else {
	$i2 -= 42;
}
state('b7', $i0, $i3, $s4, $f2, $a2, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
