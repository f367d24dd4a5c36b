<?php
// phpfuzz-lite seed 77
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
	$s1 = cut('7');
	$i0 = w($i1);
	$a1 = $a1; if (isset($a1[1])) $a1[1] = w((strtr('65', 'abc', 'xyz') <=> "zebra{$i1}-$s1"));
	foreach (array_map('strlen', explode('z', cut('12' . $s0))) as $L1 => $e1) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e1 - $L1);
		unset($m0['foo_bar']);
	}
	return w($i0);
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	unset($m1['qq']);
	$i0++;
	for ($L2 = 0; $L2 < 2; $L2++) {
		if (++$steps > 4000) break;
		$a0[] = (~((int) $s0 % 997)); $a0 = lim($a0);
		$i1 = w($i1 + $L2);
	}
	foreach ([$i0, $i0, strlen($s1)] as $L3 => $e3) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e3 - $L3);
		[$i0, $s0] = [w($i0), cut((($m1['World'] ?? 'none') . ''))];
	}
	foreach (array_map('ord', str_split(cut($s1 . '.'))) as $L4 => $e4) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e4 - $L4);
		$a0 = lim(array_reverse(lim(array_merge([$i0, -10, 1], array_reverse($a1)))));
	}
	return w(2);
}
$i0 = 147; $i1 = 14; $i2 = 24; $i3 = 148; $i4 = -25; $i5 = 11; $f0 = 0.5; $f1 = 2.75; $f2 = 2.75; $s0 = 'abc'; $s1 = '1e1'; $s2 = 'zebra'; $s3 = 'zebra'; $s4 = '12'; $a0 = [30, 25, 11, -9]; $a1 = [25]; $a2 = [-6]; $a3 = [26, -3, 47, 49, 19]; $m0 = ['y1' => 37, 'abc' => 17, '010' => 31]; $m1 = ['ab' => 3, 'cab' => 36]; $m2 = [];
// block 0
[$i2, $s3] = [w(($i3 - $i5)), cut(substr($s2, -0))];
if (($i0 < 1)) {
	$m1['caba'] ??= 'Key';
	for ($L6 = 0; $L6 < 3; $L6++) {
		if (++$steps > 4000) break;
		$a0 = $a0; if (isset($a0[1])) $a0[1] = w(substr_count(ucfirst(strtolower('3.5')), 'a'));
		if ((2e3 == 'bacab')) {
			$s2 .= cut($s4); $s2 = cut($s2);
			$i3 = w(w(w($i1 * (($a2[2] ?? 7) | 62)) << 0));
			$m0['abc'] ??= $i1;
		}
		$m2['cab'] ??= $f1;
		$i1 = w($i1 + $L6);
	}
	$s0 .= cut($s1); $s0 = cut($s0);
} elseif (($i3 < 47)) {
	$L8 = 3;
	while ($L8-- > 0) {
		if (++$steps > 4000) break;
		$i3 = w($i5);
	}
} else {
	foreach ($m2 as $L9 => $val) {
		$s0 = cut($s0 . $L9 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L9)));
	}
	$s4 .= cut('cab'); $s4 = cut($s4);
}
rsort($a2);
for ($L10 = 0; $L10 < 1; $L10++) {
	if (++$steps > 4000) break;
	$L11 = 1;
	while ($L11-- > 0) {
		if (++$steps > 4000) break;
		$i4 += 42;
	}
	if (str_starts_with(substr('Zed', 1, 4), 'c')) {
		sort($a1);
	} else {
		foreach ($a2 as &$ref) { $ref = w($ref * 5 + 1); } unset($ref);
		$i1 = w(max(($i0 + levenshtein($s2, 'abcab')), max(strlen($s1), 65535)));
	}
	$i0 = w($i0 + $L10);
}
state('b0', $i3, $i1, $s4, $f2, $a1, $m0);
// block 1
$m1['zebra'] ??= $s2;
if ((($s3 === 'cab') || empty($a0))) {
	$L15 = 0;
	do {
		$i4 = w((levenshtein(trim((($m2['3.5'] ?? 'none') . '')), 'abcab') - $i1));
	} while (++$L15 < 4 && ++$steps < 4000);
} elseif (($i1 < -19)) {
	$i5 = w($i5);
	$i2--;
}
unset($m2['3.5']);
for ($L16 = 0; $L16 < 5; $L16++) {
	if (++$steps > 4000) break;
	if ((round($f0, 1) >= 0.1)) {
		$s1 = cut('34');
		if (($i1 < 6)) {
			$m0['3.5'] = 0b1011;
		} else {
			$a3 = $a2; if (isset($a3[1])) $a3[1] = w($i1);
			$i1--;
		}
		$s1 = cut("foo_bar{$i2}-$s4");
	} else {
		if (('x' == $s3)) {
			[$i4, $s4] = [w(w($i3 * strlen($s0))), cut(sprintf('%.2f|%8.3f|%e', round(fmod(0.1, 500)), round(fmod(-3.75, 500)), round(fmod($f2, 500))))];
			$a2 = $a3; if (isset($a2[1])) $a2[1] = w(($i5 | 3));
			array_pop($a0);
		} else {
			$i0 -= 21;
		}
	}
	$i0 = w($i0 + $L16);
}
switch (65535 % 4) {
case 0:
	$i3 = w(strlen($s0));
	break;
case 1:
	$i2 = w(abs(4));
	break;
case 2:
	$m0['cab'] = 'cab';
	break;
default:
	$i1 = w((int) ($i2 < 24));
	break;
}
state('b1', $i0, $i5, $s1, $f2, $a2, $m0);
// block 2
[$i1, $s2] = [w($i0), cut(substr($s2, -1))];
$a1 = $a2; if (isset($a1[1])) $a1[1] = w(min(((int) ($m2['Key'] ?? 31) & 0x7f), w(28 * ($a2[2] ?? 75)), 0));
foreach ($m1 as $L21 => $val) {
	$s0 = cut($s0 . $L21 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L21)));
}
foreach (array_values(array_filter([], fn($x) => $x % 3 != 1)) as $L22 => $e22) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e22 - $L22);
	for ($L23 = 0; $L23 < 1; $L23++) {
		if (++$steps > 4000) break;
		$a1 = $a0; if (isset($a1[1])) $a1[1] = w($i0);
		$m0['12'] = 017;
		for ($L24 = 0; $L24 < 4; $L24++) {
			if (++$steps > 4000) break;
			$i5 = w((int) (44 !== ($i5 ^ $i2)));
			$a3 = $a1; if (isset($a3[1])) $a3[1] = w(strlen($s2));
			$i0 = w($i0 + $L24);
		}
		$i0 = w($i0 + $L23);
	}
}
[$i1, $s3] = [w((true ? 84 : strlen($s2))), cut((($m0['010'] ?? 'none') . ''))];
state('b2', $i1, $i3, $s0, $f2, $a3, $m1);
// block 3
$f0 = fmod((((isset($m2['1e1']) ? 4 : $i0) / 8) * 0.5), 1e7);
$m2['12'] = cut('abc' . $s4);
if (((78 !== $i5) xor ($i5 < $i3))) {
	$a0 = lim([($i2 ?: abs($i0)), (int) ($m1['World'] ?? 41), ($i3 ?: ($i1 <=> count($a0)))]);
} elseif ((($s1 === 'Key') && ($s3 === 'ab'))) {
	for ($L26 = 0; $L26 < 4; $L26++) {
		if (++$steps > 4000) break;
		$s1 .= cut('caba'); $s1 = cut($s1);
		$f2 = fmod(100.0, 1e7);
		$i1 = w($i1 + $L26);
	}
	[$i3, $s3] = [w((true ? $i2 : (int) ($m0['abc'] ?? 23))), cut(ucwords('80'))];
}
$a2[] = $i0; $a2 = lim($a2);
foreach ($m1 as $L27 => $val) {
	$s0 = cut($s0 . $L27 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L27)));
}
state('b3', $i4, $i2, $s4, $f0, $a0, $m2);
// block 4
[$i2, $s4] = [w(($i0 % 101)), cut($s3)];
$i2 = w(((int) $s1 % 997));
state('b4', $i1, $i5, $s2, $f1, $a3, $m0);
// block 5
$s0 .= cut($s1); $s0 = cut($s0);
$a1 = lim([2]);
state('b5', $i1, $i0, $s2, $f2, $a3, $m0);
// block 6
if ((null == ($i4 > $i1))) {
	$i2++;
	$s0 .= cut('x'); $s0 = cut($s0);
} else {
	$a0 = $a1; if (isset($a0[1])) $a0[1] = w(30);
	if (isset($m0['bacab'])) {
		foreach (array_map(fn($x) => w($x * 10 + substr_count($s0, 'a')), [30, $i5, $i1]) as $L30 => $e30) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e30 - $L30);
			array_shift($a2);
			array_pop($a1);
		}
		array_pop($a1);
		$L31 = 5;
		while ($L31-- > 0) {
			if (++$steps > 4000) break;
			$a3 = $a0; if (isset($a3[1])) $a3[1] = w($i1);
		}
	} elseif (false) {
		[$i4, $s2] = [w(count([])), cut(sprintf('%.2f|%8.3f|%e', fmod($f2, 10000), fmod($f0, 10000), fmod(2e3, 10000)))];
		$s2 = cut('4');
	}
}
[$i5, $s4] = [w(($i4 | $i1)), cut(number_format(fmod(-3.75, 10000), 2))];
$s2 = cut("hello{$i4}-$s0");
$L32 = 0;
do {
	switch ($i0 % 4) {
	case 0:
		$s1 = cut(cut(implode('-', [substr_count('caba', 'a')])));
	case 1:
		[$i5, $s0] = [w(strlen($s0)), cut((($s0)[2] ?? '_'))];
		break;
	case 2:
		$m1['zebra'] = $s3;
		break;
	default:
		$s2 = cut('Key');
		break;
	}
} while (++$L32 < 4 && ++$steps < 4000);
state('b6', $i0, $i4, $s4, $f1, $a0, $m2);
// block 7
$L34 = 0;
do {
	switch (w(88 * $i2) % 4) {
	case 0:
		$i3 -= 31;
		break;
	case 1:
		$a3[] = $i0; $a3 = lim($a3);
		break;
	case 2:
		unset($m0['0']);
		break;
	default:
		sort($a3);
		break;
	}
} while (++$L34 < 2 && ++$steps < 4000);
foreach (range(3, 13) as $L36 => $e36) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e36 - $L36);
	$a1 = lim($a0);
	for ($L37 = 0; $L37 < 2; $L37++) {
		if (++$steps > 4000) break;
		$s2 = cut($s4);
		if ((count($a2) == 68)) continue;
		$i1 = w($i1 + $L37);
	}
}
unset($m2['1e1']);
$a0 = $a1; if (isset($a0[1])) $a0[1] = w(max((int) ($i1 < 93), ($i5 + $i0)));
$a2 = lim(array_merge(...array_chunk(array_values(array_unique(array_fill(0, 1, strlen($s0)))), 2)));
state('b7', $i1, $i0, $s2, $f2, $a0, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
