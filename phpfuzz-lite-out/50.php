<?php
// phpfuzz-lite seed 50
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
	foreach ($m1 as $L1 => $val) {
		$s0 = cut($s0 . $L1 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L1)));
	}
	$i1 = w(max($i0, $i0));
	$s1 = cut(substr(cut((string) 0.5 . number_format(fmod($f0, 10000), 2)), -4));
	$i1 += 14;
	return w(54);
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	$i0 ^= 8;
	$L2 = 0;
	do {
		rsort($a1);
		$i0 = w($i0);
	} while (++$L2 < 2 && ++$steps < 4000);
	return w($i0);
}
$i0 = 36; $i1 = 74; $i2 = 136; $i3 = 47; $i4 = 60; $i5 = 126; $f0 = 2.75; $f1 = -1.125; $f2 = 33.0; $s0 = '10'; $s1 = 'Zed'; $s2 = 'foo_bar'; $s3 = 'caba'; $s4 = '3.5'; $a0 = [6]; $a1 = [45, -8, 19, 49]; $a2 = [23, 16]; $a3 = [-9]; $m0 = ['World' => 0, 'World' => 22, 'x' => 14]; $m1 = []; $m2 = ['abc' => 32, '1e1' => 28];
// block 0
$i3 = w(w(($i5 + strlen($s2)) * 999983));
$s3 = cut(substr((($s3)[4] ?? '_'), -0));
foreach ($a1 as &$ref) { $ref = w($ref * 3 + 1); } unset($ref);
state('b0', $i5, $i4, $s2, $f2, $a0, $m2);
// block 1
$i0++;
$i4 = w($i4);
array_splice($a0, 1, 1);
state('b1', $i4, $i4, $s3, $f0, $a1, $m1);
// block 2
$a3[] = $i5; $a3 = lim($a3);
$a0[] = ($i5 + 0b1011); $a0 = lim($a0);
$i0 = w((count($a1) | 98));
$m0['qq'] ??= '64';
state('b2', $i3, $i4, $s0, $f2, $a1, $m2);
// block 3
$i0 = w(($i0 - 65535));
$i3 = w($i4);
$a2 = lim(array_values(array_unique([])));
$L4 = 5;
while ($L4-- > 0) {
	if (++$steps > 4000) break;
	$a2 = lim(array_reverse($a0));
}
state('b3', $i0, $i0, $s0, $f0, $a0, $m0);
// block 4
$s3 = cut('cab');
for ($L5 = 0; $L5 < 1; $L5++) {
	if (++$steps > 4000) break;
	for ($L6 = 0; $L6 < 1; $L6++) {
		if (++$steps > 4000) break;
		$s1 = cut("Zed{$i5}-$s4");
		$i0 = w($i0 + $L6);
	}
	if (($i1 <= strlen($s4))) continue;
	$i0 = w($i0 + $L5);
}
state('b4', $i2, $i2, $s4, $f0, $a3, $m1);
// block 5
if (str_contains(cut($s2 . $s2), '1')) {
	rsort($a2);
	$m2['Zed'] ??= $f2;
} elseif (($i0 < 5)) {
	$L8 = 0;
	do {
		unset($m1['ab']);
		if ((null === 'y1')) {
			$i4 = w((((strlen($s2) + 82) - 49) ^ 0b1011));
			$s1 = cut('88');
		}
	} while (++$L8 < 1 && ++$steps < 4000);
} else {
	$s3 = cut(cut(implode('c', [$i1, w(array_sum([$i3, $i3, (int) ($m0['12'] ?? -18)])), match (2147483647 % 4) { 0 => $i3, 1, 2 => 8, default => count($a2) }])));
	[$i0, $s1] = [w($i1), cut(cut((($m0['0'] ?? 'none') . '') . $s1))];
}
$i0 = w(((int) array_is_list($m1) - strlen($s1)));
state('b5', $i2, $i4, $s2, $f0, $a1, $m2);
// block 6
if (false) {
	switch ((strpos($s0, '-') === false ? 37 : 7) % 4) {
	case 0:
		$a2 = $a1; if (isset($a2[1])) $a2[1] = w(w(crc32('75')));
		break;
	case 1:
		$a3 = $a1; if (isset($a3[1])) $a3[1] = w($i1);
		break;
	case 2:
		array_splice($a1, 1, 1);
		break;
	default:
		$i1 = w($i2);
		break;
	}
} elseif ((bool) $f2) {
	$i2 |= 46;
	$s1 .= cut($s2); $s1 = cut($s1);
} else {
	usort($a0, fn($p, $q) => $q % 10 <=> $p % 10);
}
$L12 = 5;
while ($L12-- > 0) {
	if (++$steps > 4000) break;
	if ((017 <= strlen($s0))) {
		$L14 = 0;
		do {
			unset($m0['World']);
		} while (++$L14 < 4 && ++$steps < 4000);
	} else {
		array_splice($a3, 1, 1);
		unset($m2['abc']);
	}
	foreach (array_values(array_flip(array_flip($a2))) as $L15 => $e15) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e15 - $L15);
		[$i5, $s0] = [w(($i2 - 7)), cut('1e1')];
	}
	switch (($a2[1] ?? 4) % 4) {
	case 0:
		$a3 = lim(lim(array_merge([($i0 % 16), ($i2 + 44 * $i1 % 100 - -10) % 10007, w(4 * 0x7f)], array_pad([$i2], 1, intdiv($i1, 3)))));
		break;
	case 1:
		array_splice($a3, 1, 1);
		break;
	case 2:
		$a2[] = -15; $a2 = lim($a2);
		break;
	default:
		$m2['Key'] ??= $s2;
		break;
	}
}
$a0 = lim(array_map('ord', str_split(cut($s0 . '.'))));
state('b6', $i4, $i2, $s2, $f2, $a3, $m0);
// block 7
foreach ($a1 as &$ref) { $ref = w($ref * 3 + 1); } unset($ref);
$a1 = lim($a2);
if (((float) (int) ($m0['a-b'] ?? 22) >= $f1)) {
	$a2 = $a0; if (isset($a2[1])) $a2[1] = w(intdiv(strlen($s2), 10));
	if (false) {
		$i4--;
		$i2 -= 43;
	} elseif (isset($m0['y1'])) {
		if ((($i0 < -8) || (100.0 >= $f2))) {
			$i5 = w($i0);
			$m0['ab'] ??= $i3;
		}
		$s2 .= cut(bin2hex(substr('x', 0, 5))); $s2 = cut($s2);
	} else {
		$L21 = 5;
		while ($L21-- > 0) {
			if (++$steps > 4000) break;
			$s4 = cut(str_replace('c', 'ab', substr(ucwords('1e1'), 0, 9)));
			rsort($a3);
			$a3 = $a3; if (isset($a3[1])) $a3[1] = w(($a3[1] ?? 6));
		}
	}
	$i4++;
} else {
	$i1++;
	if (("10{$i0}-$s1" == substr('x', 3, 4))) {
		if (!($i4 < 69)) {
			$f0 = fmod($f2, 1e7);
			$i5 = w((max(95, ($i2 + $i2)) % 101));
			$a1 = $a0; if (isset($a1[1])) $a1[1] = w((int) array_search(($i1 <=> 21), array_map(null, [])));
		} elseif (true) {
			$m2['cab'] = strtoupper($s3);
		}
	} elseif (('abc' < 3)) {
		unset($m0['010']);
		[$i5, $s4] = [w($i2), cut(cut($s3 . '3.5'))];
	} else {
		$f2 = fmod((true ? ($f0 - $f2) : $f0), 1e7);
	}
}
$s1 = cut("x{$i3}-$s2");
$i4 = w(0b1011);
state('b7', $i1, $i2, $s4, $f1, $a2, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
