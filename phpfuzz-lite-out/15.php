<?php
// phpfuzz-lite seed 15
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
	$a1 = $a1; if (isset($a1[1])) $a1[1] = w(4);
	$i0 = w($i0);
	unset($m0['a-b']);
	$f0 = fmod((fmod($f0, 7.5) + (0.5 - $f0)), 1e7);
	return w(w(w(crc32('56')) * $i0));
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	foreach (array_reverse(array_map(null, $a0)) as $L1 => $e1) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e1 - $L1);
		$s0 .= cut(substr($s1, -0)); $s0 = cut($s0);
	}
	$i0 = w(($i1 + ((($a1[2] ?? 5) % 7) & (int) ($i0 > $i1)) * strlen($s1) % 100 - ((strlen($s1) + 4) <=> (int) isset($m1['12']))) % 10007);
	$s0 .= cut(str_pad((($m1['ab'] ?? 'none') . ''), 8, 'c', STR_PAD_LEFT)); $s0 = cut($s0);
	$m0['World'] ??= null;
	return w(65535);
}
$i0 = -7; $i1 = 44; $i2 = -24; $i3 = 97; $i4 = -41; $i5 = 1; $f0 = 0.5; $f1 = 0.5; $f2 = -1.125; $s0 = 'zebra'; $s1 = 'bacab'; $s2 = 'a-b'; $s3 = '12'; $s4 = 'a-b'; $a0 = [5, 0, 43, -9]; $a1 = [21, 17, 17]; $a2 = []; $a3 = [47, 1, 5, 37, 0]; $m0 = []; $m1 = ['ab' => 30]; $m2 = ['caba' => 4, 'Key' => 29, '12' => 11];
// block 0
$s0 = cut(cut("3.5{$i5}-$s3" . 'x'));
$i4++;
$a3[] = count($a0); $a3 = lim($a3);
state('b0', $i4, $i3, $s0, $f2, $a1, $m0);
// block 1
foreach ($a0 as $L2 => $e2) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e2 - $L2);
	$i0 += 35;
}
unset($m0['World']);
foreach ([] as $L3 => $e3) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e3 - $L3);
	$L4 = 0;
	do {
		for ($L5 = 0; $L5 < 3; $L5++) {
			if (++$steps > 4000) break;
			$i5 = w((($i3 + ((int) $s2 % 997) * $i4 % 100 - (strpos($s3, 'b') === false ? 12 : 7)) % 10007 ^ 1_000));
			$s1 .= cut(sprintf('%.2f|%8.3f|%e', round(fmod($f1, 500)), fmod(7.0, 10000), round(fmod($f2, 500)))); $s1 = cut($s1);
			$s0 .= cut(substr($s1, 1, 3)); $s0 = cut($s0);
			$i1 = w($i1 + $L5);
		}
		rsort($a3);
	} while (++$L4 < 1 && ++$steps < 4000);
}
$i0 = w(3);
state('b1', $i0, $i5, $s3, $f1, $a1, $m0);
// block 2
unset($m1['cab']);
$m2['12'] ??= $s2;
$L6 = 0;
do {
	$s1 .= cut(cut($s2 . $s3)); $s1 = cut($s1);
} while (++$L6 < 1 && ++$steps < 4000);
state('b2', $i5, $i2, $s3, $f0, $a3, $m1);
// block 3
$m2['0'] ??= $i3;
[$i1, $s0] = [w($i1), cut(substr($s4, -0))];
$L7 = 2;
while ($L7-- > 0) {
	if (++$steps > 4000) break;
	sort($a3);
	$s2 = cut(ucfirst(strtolower(ucwords(strrev('qq')))));
	$L8 = 0;
	do {
		$s3 .= cut(cut(implode('1', $a3))); $s3 = cut($s3);
		if (empty($a1)) {
			rsort($a0);
			$s3 .= cut($s4); $s3 = cut($s3);
			$a2 = $a0; if (isset($a2[1])) $a2[1] = w(55);
		} else {
			$i3--;
		}
	} while (++$L8 < 5 && ++$steps < 4000);
}
$i5 = w($i1);
state('b3', $i5, $i0, $s3, $f2, $a0, $m1);
// block 4
$m0['caba'] = (string) (int) ($m2['3.5'] ?? 0);
unset($m2['Key']);
for ($L10 = 0; $L10 < 4; $L10++) {
	if (++$steps > 4000) break;
	$i5 = w(68);
	rsort($a3);
	$a1[] = $i1; $a1 = lim($a1);
	$i1 = w($i1 + $L10);
}
$s2 = cut($s3);
state('b4', $i2, $i2, $s0, $f1, $a0, $m1);
// block 5
for ($L11 = 0; $L11 < 5; $L11++) {
	if (++$steps > 4000) break;
	$L12 = 2;
	while ($L12-- > 0) {
		if (++$steps > 4000) break;
		$i0 -= 16;
		[$i0, $s3] = [w((($i5 < 62) ? strlen($s3) : $i4)), cut(substr($s1, 3, 3))];
	}
	$a0 = lim($a3);
	$i3 = w(levenshtein($s4, 'abcab'));
	$i1 = w($i1 + $L11);
}
$s0 = cut("World{$i1}-$s4");
$L13 = 0;
do {
	[$i2, $s1] = [w($i4), cut($s0)];
	for ($L14 = 0; $L14 < 3; $L14++) {
		if (++$steps > 4000) break;
		unset($m1['x']);
		$i1 = w($i1 + $L14);
	}
} while (++$L13 < 3 && ++$steps < 4000);
state('b5', $i5, $i3, $s4, $f1, $a1, $m1);
// block 6
foreach ($m1 as $L15 => $val) {
	$s0 = cut($s0 . $L15 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L15)));
}
for ($L16 = 0; $L16 < 1; $L16++) {
	if (++$steps > 4000) break;
	for ($L17 = 0; $L17 < 2; $L17++) {
		if (++$steps > 4000) break;
		$a0 = lim(array_reverse(array_reverse(array_map('intval', array_keys($m0)))));
		foreach (array_map(fn($x) => w($x * 6 + intdiv($i3, 10)), [($a3[3] ?? -2), ($a0[3] ?? 5), $i2]) as $L18 => $e18) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e18 - $L18);
			$i5--;
		}
		switch (($i1 >> 1) % 4) {
		case 0:
			$a1[] = 4; $a1 = lim($a1);
			break;
		case 1:
			$m0['Zed'] ??= (($m0['3.5'] ?? 'none') . '');
			break;
		case 2:
			$f2 = fmod($f2, 1e7);
		default:
			$i3 = w((((int) ($m0['Zed'] ?? 99) + $i0) + 2147483647));
		}
		$i0 = w($i0 + $L17);
	}
	$i0 = w($i0 + $L16);
}
$s0 = cut("ab{$i4}-$s0");
state('b6', $i3, $i0, $s1, $f0, $a0, $m1);
// block 7
rsort($a2);
$s4 = cut(wordwrap('1e1', 4, '/', true));
$m2['qq'] ??= 0.5;
state('b7', $i0, $i1, $s0, $f0, $a0, $m1);
// block 8
[$i4, $s4] = [w(($i3 >> 3)), cut((string) 0b1011)];
switch ((count($a2) <=> count($a2)) % 4) {
case 0:
	$a2[] = 017; $a2 = lim($a2);
	break;
case 1:
	$m1['1e1'] = min(0x7f, (int) ($m0['3.5'] ?? 74), $i0);
	break;
case 2:
	$m1['y1'] ??= 'abc';
	break;
default:
	$i1++;
	break;
}
$i5 = w(count(array_values(array_intersect(lim(array_merge([$i0, $i2, 0b1011], [$i0, ($a2[1] ?? 6), $i1])), [count($a2), $i3, $i0]))));
$i3 = w(w(($i5 % 12) ** 3));
for ($L21 = 0; $L21 < 3; $L21++) {
	if (++$steps > 4000) break;
	$i3++;
	$i3 = w($i4);
	for ($L22 = 0; $L22 < 3; $L22++) {
		if (++$steps > 4000) break;
		$a0[] = min((count($a3) >> 3), 12, $i3); $a0 = lim($a0);
		if (($i0 < 99)) {
			$s2 = cut('abc');
		}
		$i0 = w($i0 + $L22);
	}
	$i0 = w($i0 + $L21);
}
state('b8', $i1, $i1, $s1, $f1, $a3, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
