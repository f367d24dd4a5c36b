<?php
// phpfuzz-lite seed 79
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
	$i0 = w((-16 & ($a1[2] ?? 63)));
	$L1 = 5;
	while ($L1-- > 0) {
		if (++$steps > 4000) break;
		[$i0, $s1] = [w(count($a1)), cut((string) $i0)];
		$m1['a-b'] ??= ($s1 === 'x');
	}
	$m0['10'] ??= $s0;
	return w($i1);
}
$i0 = 49; $i1 = 114; $i2 = 69; $i3 = -33; $i4 = 122; $i5 = -38; $f0 = 33.0; $f1 = -1.125; $f2 = 0.5; $s0 = 'World'; $s1 = 'foo_bar'; $s2 = 'y1'; $s3 = 'Zed'; $s4 = '12'; $a0 = [12, 18, 29]; $a1 = [35, 7, 21, 45, 7]; $a2 = []; $a3 = [36, 42, 50, 33, 48]; $m0 = ['zebra' => 11, 'x' => 1]; $m1 = ['a-b' => 20]; $m2 = ['10' => 24];
// block 0
foreach ([] as $L2 => $e2) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e2 - $L2);
	if (($i1 < 2)) {
		$i0++;
		$a0[] = $i0; $a0 = lim($a0);
	}
	[$i2, $s3] = [w((4 - $i5)), cut(str_pad('12', 8, 'c', STR_PAD_LEFT))];
}
$m1['abc'] ??= ($s0 === 'x');
if (($i2 < 1)) {
	$i3 = w(29);
	$f1 = fmod(sqrt(abs((1.25 * 1e-3))), 1e7);
	$L5 = 0;
	do {
		$s1 = cut(addslashes(cut(str_repeat($s4, 4))));
		for ($L6 = 0; $L6 < 1; $L6++) {
			if (++$steps > 4000) break;
			$i5 = w(7);
			$f1 = fmod((float) $i0, 1e7);
			$i3++;
			$i0 = w($i0 + $L6);
		}
	} while (++$L5 < 1 && ++$steps < 4000);
} else {
	[$i3, $s4] = [w(w(($i4 % 12) ** 4)), cut(number_format(fmod($f2, 10000), 2))];
	$s1 = cut($s3);
}
$m0['hello'] ??= $i3;
$i4 = w($i4);
state('b0', $i3, $i3, $s2, $f1, $a0, $m1);
// block 1
for ($L7 = 0; $L7 < 1; $L7++) {
	if (++$steps > 4000) break;
	$s1 .= cut(substr('zebra', 0, 4)); $s1 = cut($s1);
	if (($i5 < -5)) {
		unset($m2['Key']);
		$s0 = cut($s0);
		foreach ($m1 as $L9 => $val) {
			$s0 = cut($s0 . $L9 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L9)));
		}
	}
	if (($i0 < 42)) {
		$L11 = 2;
		while ($L11-- > 0) {
			if (++$steps > 4000) break;
			$i3 = w(0b1011);
			$i3 = w(-11);
		}
		$i4 = w((count($a0) - 6));
		$s3 .= cut(nl2br('Key')); $s3 = cut($s3);
	}
	$i1 = w($i1 + $L7);
}
$L12 = 0;
do {
	[$i0, $s0] = [w((1_000 - 83)), cut($s3)];
} while (++$L12 < 4 && ++$steps < 4000);
foreach ($a1 as &$ref) { $ref = w($ref * 3 + 1); } unset($ref);
$i1 = w(999983);
$s2 = cut(ucwords('1'));
state('b1', $i3, $i1, $s3, $f0, $a0, $m1);
// block 2
$i2 ^= 14;
$i4--;
[$i3, $s2] = [w($i3), cut((string) (float) 4)];
$L14 = 0;
do {
	if (true) {
		$f0 = fmod(7.0, 1e7);
		$a0 = lim(array_pad(array_values(array_flip(array_flip([]))), 4, ((int) ($m0['caba'] ?? 6) & $i0)));
		for ($L16 = 0; $L16 < 2; $L16++) {
			if (++$steps > 4000) break;
			$a2[] = (w($i5 << 4) + $i3 * $i0 % 100 - w(crc32('hello'))) % 10007; $a2 = lim($a2);
			$m1['foo_bar'] ??= $s0;
			$a3 = $a0; if (isset($a3[1])) $a3[1] = w(ord("cab{$i2}-$s1"));
			$i1 = w($i1 + $L16);
		}
	} else {
		$a3[] = (~($i4 ^ $i3)); $a3 = lim($a3);
	}
} while (++$L14 < 4 && ++$steps < 4000);
state('b2', $i5, $i3, $s1, $f2, $a2, $m2);
// block 3
$i1--;
switch (match (($a3[3] ?? 50) % 4) { 0 => ($a1[2] ?? 4), 1, 2 => $i4, default => $i3 } % 4) {
case 0:
	$s1 .= cut('62'); $s1 = cut($s1);
case 1:
	$a1 = lim(lim(array_merge($a2, lim(array_merge([strlen($s1), -16, 017], [strlen($s2), 65535, $i5])))));
case 2:
	$i3 = w(98);
	break;
default:
	$a3[] = substr_count(substr($s3, -1), 'a'); $a3 = lim($a3);
}
state('b3', $i3, $i0, $s3, $f1, $a3, $m0);
// block 4
$f0 = fmod(sqrt(abs(floor($f1))), 1e7);
$i4--;
state('b4', $i5, $i3, $s2, $f1, $a2, $m1);
// block 5
array_splice($a0, 1, 1);
$a3[] = $i5; $a3 = lim($a3);
$m0['Zed'] = null;
$m0['Key'] ??= $i3;
state('b5', $i1, $i1, $s3, $f2, $a2, $m0);
// block 6
$L18 = 1;
while ($L18-- > 0) {
	if (++$steps > 4000) break;
	$s3 .= cut($s4); $s3 = cut($s3);
	$a0 = lim($a2);
	if ((5 === ($a2[4] ?? 88))) {
		if (!true) {
			$s1 .= cut($s3); $s1 = cut($s1);
			$a2 = $a2; if (isset($a2[1])) $a2[1] = w(72);
		}
		foreach ($a0 as $L21 => $e21) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e21 - $L21);
			$i2 ^= 18;
		}
	} elseif (($i3 < 16)) {
		$a3 = lim([]);
		$a2 = $a2; if (isset($a2[1])) $a2[1] = w(count($a0));
	}
}
$s1 = cut("ab{$i1}-$s2");
state('b6', $i5, $i4, $s1, $f2, $a3, $m2);
// block 7
switch ((true ? $i4 : $i2) % 4) {
case 0:
	$m2['Zed'] ??= (($m1['010'] ?? 'none') . '');
	break;
case 1:
	$i0 = w((53 >> 1));
	break;
case 2:
	$a1 = lim(array_values(array_intersect(array_values(array_unique($a0)), array_map(null, (($i0 < 44) ? [$i4, $i2, 65535] : $a0)))));
default:
	$a3 = $a3; if (isset($a3[1])) $a3[1] = w(77);
	break;
}
$s3 = cut((string) levenshtein("12{$i0}-$s1", 'abcab'));
foreach ($m2 as $L23 => $val) {
	$s0 = cut($s0 . $L23 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L23)));
}
$s4 = cut("12{$i4}-$s1");
state('b7', $i5, $i3, $s2, $f2, $a0, $m0);
// block 8
foreach ($m2 as $L24 => $val) {
	$s0 = cut($s0 . $L24 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L24)));
}
unset($m1['ab']);
$i1 = w($i5);
$s2 .= cut($s4); $s2 = cut($s2);
if (($i1 > $i0)) {
	$i2 = w((array_reduce([$i5], fn($c, $x) => w($c * 2 + $x), 23) ?: $i0));
} else {
	$i5 = w(0b1011);
}
state('b8', $i1, $i0, $s4, $f1, $a2, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
