<?php
// phpfuzz-lite seed 54
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = 51; $i1 = 119; $i2 = 106; $i3 = -47; $i4 = 24; $i5 = 36; $f0 = -1.125; $f1 = 2.75; $f2 = -1.125; $s0 = 'qq'; $s1 = '10'; $s2 = '3.5'; $s3 = '12'; $s4 = 'abc'; $a0 = [7, 38, -2, 11]; $a1 = [30, 36, 2]; $a2 = []; $a3 = [10, 21, 40, 14]; $m0 = ['caba' => 0, 'bacab' => 21]; $m1 = []; $m2 = ['caba' => 23];
// block 0
for ($L1 = 0; $L1 < 5; $L1++) {
	if (++$steps > 4000) break;
	if (($i2 == $f1)) {
		$a0 = lim(lim(array_merge(range(4, 14), array_pad(lim([...[6, 6, 8], $i0, ...$a2]), 1, strlen($s2)))));
	} elseif ((isset($m0['World']) && true)) {
		$s0 = cut($s4);
	} else {
		$L3 = 0;
		do {
			unset($m2['bacab']);
			$s0 .= cut('cab'); $s0 = cut($s0);
		} while (++$L3 < 2 && ++$steps < 4000);
	}
	foreach ([($i2 % -3), $i1, $i3] as $L4 => $e4) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e4 - $L4);
		for ($L5 = 0; $L5 < 4; $L5++) {
			if (++$steps > 4000) break;
			[$i1, $s0] = [w(($s2 <=> $s2)), cut('1e1')];
			$m2['qq'] ??= $i4;
			[$i3, $s1] = [w(w(array_sum([]))), cut('a-b')];
			$i0 = w($i0 + $L5);
		}
		$s3 = cut((string) ($i0 <=> $i2));
	}
	$i0 = w($i0 + $L1);
}
$L6 = 2;
while ($L6-- > 0) {
	if (++$steps > 4000) break;
	foreach ($m1 as $L7 => $val) {
		$s0 = cut($s0 . $L7 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L7)));
	}
	$a2[] = $i2; $a2 = lim($a2);
}
for ($L8 = 0; $L8 < 1; $L8++) {
	if (++$steps > 4000) break;
	$i5 = w((($a3[4] ?? -19) + $i1));
	$s0 = cut(md5(str_pad($s1, 8, 'a', STR_PAD_LEFT)));
	foreach ($a1 as &$ref) { $ref = w($ref * 5 + 1); } unset($ref);
	$i0 = w($i0 + $L8);
}
[$i0, $s3] = [w(999983), cut(cut(implode('a', $a0)))];
$m2['010'] ??= null;
state('b0', $i0, $i4, $s2, $f2, $a3, $m2);
// block 1
$a0 = lim($a1);
$L10 = 1;
while ($L10-- > 0) {
	if (++$steps > 4000) break;
	$i5 = w(((-18 - $i2) + $i0));
	unset($m0['abc']);
	foreach ($a1 as $L11 => $e11) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e11 - $L11);
		[$i1, $s3] = [w(intdiv($i1, 64)), cut(substr((($m0['a-b'] ?? 'none') . ''), 2))];
	}
}
$s0 = cut('75');
$L12 = 0;
do {
	for ($L13 = 0; $L13 < 3; $L13++) {
		if (++$steps > 4000) break;
		if ((($i0 < 2) || ($i3 == $i2))) {
			$s0 = cut(md5('y1'));
		}
		$i0 = w(((int) array_search((24 + $i4), $a2) + (match (1 % 4) { 0 => $i0, 1, 2 => -9, default => 7 } + w(array_sum([94])))));
		$i4 -= 36;
		if ((36 !== $i1)) continue;
		$i1 = w($i1 + $L13);
	}
	$a0 = $a3; if (isset($a0[1])) $a0[1] = w(((int) array_search(77, [$i5, $i4, $i2]) + $i2));
} while (++$L12 < 5 && ++$steps < 4000);
if (isset($m1['y1'])) {
	$a0[] = (~(($a3[4] ?? 90) + 4)); $a0 = lim($a0);
	for ($L16 = 0; $L16 < 5; $L16++) {
		if (++$steps > 4000) break;
		$L17 = 0;
		do {
			rsort($a2);
			$s0 .= cut(cut(str_repeat($s1, 2))); $s0 = cut($s0);
		} while (++$L17 < 5 && ++$steps < 4000);
		$i1 ^= 25;
		$m2['caba'] = cut($s3 . '0');
		$i0 = w($i0 + $L16);
	}
	$a3 = $a3; if (isset($a3[1])) $a3[1] = w((w(($a3[1] ?? 80) * $i0) <=> ($i1 - $i0)));
} elseif (('20' == 18)) {
	$a2 = $a2; if (isset($a2[1])) $a2[1] = w($i5);
	if (($i5 < 71)) {
		unset($m1['hello']);
		foreach ($a2 as &$ref) { $ref = w($ref * 3 + 1); } unset($ref);
	} elseif (($i0 < 6)) {
		$i1 = w(match ($i4 % 4) { 0 => $i2, 1, 2 => 92, default => w(72 << 2) });
		unset($m2['3.5']);
	}
}
state('b1', $i3, $i5, $s0, $f2, $a3, $m1);
// block 2
$s0 = cut('0');
$s0 .= cut(substr($s1, -4)); $s0 = cut($s0);
if ((is_numeric('12') && (null == 1.25))) {
	$a0 = lim(array_map(fn($x) => w($x * 3 + (strlen($s3) | ($a0[4] ?? 7))), $a0));
	for ($L21 = 0; $L21 < 3; $L21++) {
		if (++$steps > 4000) break;
		$m1['bacab'] = (float) (int) ($m1['cab'] ?? -3);
		foreach (array_map(fn($x) => w($x * 15 + 0b1011), lim([...$a3, 70, ...[$i1, $i1, strlen($s0)]])) as $L22 => $e22) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e22 - $L22);
			$i2 = w(w((int) array_search(w($i2 * $i1), [$i3, 2, $i2]) * w(array_sum([67, 6, 95]))));
			$i1 = w(($i4 + $i4 * w($i1 * $i0) % 100 - (3 & (- count($a3)))) % 10007);
		}
		usort($a2, fn($p, $q) => $q % 10 <=> $p % 10);
		$i1 = w($i1 + $L21);
	}
	$a2 = $a0; if (isset($a2[1])) $a2[1] = w($i5);
} elseif ((0b1011 == count($a3))) {
	if (empty($a3)) {
		[$i2, $s0] = [w((($i4 < 7) ? $i3 : $i0)), cut((string) $f2)];
		$m1['a-b'] ??= strlen($s2);
	} elseif (((int) ($m2['cab'] ?? 2) == $i4)) {
		array_pop($a0);
	}
	for ($L24 = 0; $L24 < 4; $L24++) {
		if (++$steps > 4000) break;
		$f2 = fmod(((floor($f1) * 1.25) * 7.0), 1e7);
		$a0[] = 59; $a0 = lim($a0);
		if (($i3 < 30)) break;
		$i1 = w($i1 + $L24);
	}
}
switch (($i4 + 2) % 4) {
case 0:
	$i4--;
	break;
case 1:
	$i3 ^= 5;
	break;
case 2:
	$s2 .= cut((isset($m0['ab']) ? 'caba' : $s3)); $s2 = cut($s2);
	break;
default:
	$i1--;
	break;
}
foreach ([$i2, (int) round(fmod(2e3, 500)), w((1 % 12) ** 0)] as $L26 => $e26) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e26 - $L26);
	$m0['bacab'] ??= ($s1 === 'qq');
}
state('b2', $i5, $i4, $s0, $f0, $a1, $m1);
// block 3
foreach ($a2 as &$ref) { $ref = w($ref * 3 + 1); } unset($ref);
$L28 = 0;
do {
	$L29 = 0;
	do {
		foreach (array_values(array_flip(array_flip($a1))) as $L30 => $e30) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e30 - $L30);
			rsort($a1);
			$s1 .= cut(ucfirst(strtolower((($m2['10'] ?? 'none') . '')))); $s1 = cut($s1);
		}
		$i0 = w(strlen($s2));
	} while (++$L29 < 3 && ++$steps < 4000);
} while (++$L28 < 2 && ++$steps < 4000);
$a0 = $a3; if (isset($a0[1])) $a0[1] = w($i5);
state('b3', $i4, $i3, $s1, $f0, $a1, $m2);
// block 4
$L31 = 3;
while ($L31-- > 0) {
	if (++$steps > 4000) break;
	rsort($a2);
	$m1['Key'] ??= $i1;
}
if (false) {
	foreach ($a1 as $L33 => $e33) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e33 - $L33);
		unset($m1['ab']);
	}
	unset($m0['abc']);
	$i4 = w(max((count($a1) & ($i2 + 2147483647)), w($i2 * intdiv(2147483647, 16))));
} elseif (isset($m0['Key'])) {
	for ($L34 = 0; $L34 < 4; $L34++) {
		if (++$steps > 4000) break;
		if ((substr('foo_bar', 1, 1) == (($m1['y1'] ?? 'none') . ''))) {
			$i3 += 25;
			$a3 = $a3; if (isset($a3[1])) $a3[1] = w((strpos(cut($s4 . $s4), 'a') === false ? 30 : 7));
		}
		$m1['Key'] ??= 7.0;
		foreach ([(- $i4), $i1, ($i5 + -4)] as $L36 => $e36) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e36 - $L36);
			$s3 = cut(cut('10' . cut(dechex(abs($i2)) . strtoupper('52'))));
			$s4 = cut($s0);
		}
		$i0 = w($i0 + $L34);
	}
	switch (($i3 <=> 13) % 4) {
	case 0:
		$a0 = $a0; if (isset($a0[1])) $a0[1] = w((($i4 > $i5) ? (($a2[1] ?? 47) ?: 2) : intdiv($i0, 2)));
	case 1:
		$i5 = w((str_replace('a', 'Zed', substr($s2, 0, 9)) <=> $s2));
		break;
	case 2:
		$i5--;
		break;
	default:
		$s0 = cut(substr((string) (float) 81, 4, 1));
	}
} else {
	$i5 = w($i1);
	array_shift($a2);
}
$a2 = $a2; if (isset($a2[1])) $a2[1] = w(count($a1));
state('b4', $i4, $i1, $s1, $f0, $a1, $m2);
// block 5
foreach (array_slice($a1, 3, 0) as $L38 => $e38) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e38 - $L38);
	if (!($i3 <= $i3)) {
		foreach ($a3 as $L40 => $e40) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e40 - $L40);
			[$i1, $s4] = [w(0x7f), cut(sprintf('%.2f|%8.3f|%e', fmod(7.0, 10000), round(fmod($f1, 500)), fmod($f1, 10000)))];
			$i4 = w(52);
		}
		$i5 = w(min($i3, (6 % 7), $i2));
		array_splice($a1, 1, 1);
	} elseif (((float) $i2 >= $f2)) {
		switch ((4 + $i1) % 4) {
		case 0:
			$i4--;
		case 1:
			$a3 = lim(array_pad([], 3, $i1));
			break;
		case 2:
			array_shift($a0);
			break;
		default:
			$a1 = $a2; if (isset($a1[1])) $a1[1] = w((~($i1 + 6)));
			break;
		}
	}
}
$s1 = cut(cut(strtoupper($s3) . (($m0['abc'] ?? 'none') . '')));
$m0['World'] ??= $s2;
foreach ($a2 as $L42 => $e42) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e42 - $L42);
	$L43 = 5;
	while ($L43-- > 0) {
		if (++$steps > 4000) break;
		$i4 = w(0);
		if (((strlen($s4) + $i5) == 11)) {
			unset($m0['cab']);
			$m2['hello'] ??= $i4;
		} elseif ((($s3 === 'qq') && true)) {
			$i1 = w(strlen($s1));
		}
	}
}
$a3 = lim($a3);
state('b5', $i4, $i1, $s4, $f2, $a3, $m2);
// block 6
$m2['World'] = (int) fmod(1e-3, 10000);
$s0 .= cut($s1); $s0 = cut($s0);
foreach (array_fill(0, 0, w($i2 * 4)) as $L45 => $e45) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e45 - $L45);
	sort($a2);
}
$f0 = fmod($f1, 1e7);
if (!($s1 === 'qq')) {
	switch (strlen($s1) % 4) {
	case 0:
		$i0 = w(substr_count(cut(substr('0', -1) . number_format(fmod($f2, 10000), 2)), 'a'));
		break;
	case 1:
		$a3[] = $i2; $a3 = lim($a3);
	case 2:
		$a0 = lim(array_values(array_intersect(sorted(array_reverse($a3)), [($i1 + strlen($s4) * 15 % 100 - $i1) % 10007, (99 + -1), max($i3, 1)])));
		break;
	default:
		unset($m1['Key']);
		break;
	}
} else {
	switch ($i1 % 4) {
	case 0:
		$s4 .= cut(str_pad('Key', 8, 'b', STR_PAD_LEFT)); $s4 = cut($s4);
	case 1:
		[$i4, $s1] = [w(($i2 & $i1)), cut(trim('ab'))];
	case 2:
		$i4 += 9;
		break;
	default:
		$m2['abc'] ??= 'bacab';
		break;
	}
}
state('b6', $i2, $i5, $s0, $f1, $a2, $m0);
// block 7
if ((strlen($s2) <= ('26' <=> '10'))) {
	$i5++;
	$f2 = fmod($f0, 1e7);
	$s1 .= cut($s2); $s1 = cut($s1);
}
foreach ($a2 as $L50 => $e50) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e50 - $L50);
	if (((1e-3 - 0.5) >= ((float) $i4 - $f0))) {
		unset($m0['12']);
		$m0['World'] ??= 2;
	} elseif (($i1 < 56)) {
		if (($s4 < (($m2['zebra'] ?? 'none') . ''))) {
			$i4--;
			$i2 = w($i0);
			[$i1, $s2] = [w(w(($i0 % 12) ** 3)), cut($s2)];
		} else {
			$i5 = w(($i1 | 36));
		}
		$i2++;
	} else {
		$i4 = w(w((w(6 << 1) <=> $i4) * w($i4 * 51)));
		foreach ($m2 as $L53 => $val) {
			$s0 = cut($s0 . $L53 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L53)));
		}
	}
}
unset($m0['foo_bar']);
$a0 = lim(array_values(array_diff($a2, $a2)));
rsort($a0);
state('b7', $i5, $i0, $s1, $f1, $a2, $m2);
// block 8
foreach ($a3 as $L54 => $e54) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e54 - $L54);
	foreach ([2147483647] as $L55 => $e55) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e55 - $L55);
		$a1 = lim([((5 - 5) + ($i1 % -3) * $i1 % 100 - $i2) % 10007, (65535 & (int) ($m1['caba'] ?? 70)), 3]);
		foreach ($m2 as $L56 => $val) {
			$s0 = cut($s0 . $L56 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L56)));
		}
	}
}
$i4 = w(($i3 + ($a1[3] ?? 1)));
$a3 = lim([(($i0 & 2) | $i0), $i3, 1]);
state('b8', $i1, $i0, $s0, $f2, $a0, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
