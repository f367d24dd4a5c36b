<?php
// phpfuzz-lite seed 65
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
	$i0 = w(-1);
	sort($a1);
	$i0 = w(w((w($i1 * $i1) | ($i0 + 20)) * (int) round(fmod($f0, 500))));
	return w((int) ($m1['1e1'] ?? 85));
}
$i0 = 87; $i1 = 135; $i2 = 47; $i3 = 77; $i4 = 66; $i5 = -39; $f0 = 33.0; $f1 = 33.0; $f2 = 33.0; $s0 = '0'; $s1 = 'ab'; $s2 = 'caba'; $s3 = 'x'; $s4 = 'bacab'; $a0 = [-1, 34]; $a1 = [22, 30, 29, -3]; $a2 = [4]; $a3 = []; $m0 = []; $m1 = ['caba' => 11, 'qq' => 18]; $m2 = ['bacab' => 14, '3.5' => 12];
// block 0
$i5 = w(14);
$s3 = cut(ucwords('a-b'));
if (($i0 < -14)) {
	$L2 = 1;
	while ($L2-- > 0) {
		if (++$steps > 4000) break;
		$i5 = w(017);
		for ($L3 = 0; $L3 < 3; $L3++) {
			if (++$steps > 4000) break;
			$m0['a-b'] = $s4;
			$a1[] = $i3; $a1 = lim($a1);
			$s4 .= cut(ucwords($s2)); $s4 = cut($s4);
			$i1 = w($i1 + $L3);
		}
	}
} elseif (($i5 < 50)) {
	for ($L4 = 0; $L4 < 3; $L4++) {
		if (++$steps > 4000) break;
		foreach (lim(array_merge([], array_merge(...array_chunk([$i2, $i2, $i2], 2)))) as $L5 => $e5) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e5 - $L5);
			$i3 = w(5);
		}
		$i1 = w($i1);
		if (($i4 < 78)) break;
		$i0 = w($i0 + $L4);
	}
	$m1['caba'] = ($i1 <=> ($a3[2] ?? 7));
} else {
	$i3 = w($i3);
}
$i5 = w(((int) ($i0 < 56) >> 3));
if (array_is_list($m2)) {
	$f0 = fmod(floor((($i3 + $i2) / 8)), 1e7);
	$i4 += 44;
} elseif ((empty($a3) && ($i0 > $i0))) {
	for ($L7 = 0; $L7 < 1; $L7++) {
		if (++$steps > 4000) break;
		$a1 = lim(sorted([strlen($s1), 0x7f, (($s0 === 'Key') ? (int) ($m2['x'] ?? 3) : $i1)]));
		$i1 = w($i1 + $L7);
	}
	$s4 = cut(gettype(wordwrap('45', 4, '/', true)));
} else {
	$s0 .= cut(sprintf('%.2f|%8.3f|%e', round(fmod($f2, 500)), round(fmod(-3.75, 500)), round(fmod($f0, 500)))); $s0 = cut($s0);
	switch ((($i2 > $i5) ? 1_000 : ($a2[1] ?? 6)) % 4) {
	case 0:
		$a1 = lim($a0);
		break;
	case 1:
		$m2['qq'] ??= ($i3 < 0);
	case 2:
		$i5 -= 38;
		break;
	default:
		$a1 = $a2; if (isset($a1[1])) $a1[1] = w((($f0 <=> 0.5) + (($i0 > $i0) ? $i3 : 6)));
	}
}
state('b0', $i0, $i3, $s4, $f1, $a1, $m0);
// block 1
foreach ([0x7f, $i3, (95 + $i1)] as $L9 => $e9) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e9 - $L9);
	if (($i0 < 7)) {
		$s2 .= cut(cut(implode('-', $a1))); $s2 = cut($s2);
	} else {
		$i2 = w((- 2147483647));
	}
}
foreach (lim([...[6, 017, 86], (53 | $i0), ...[$i0, $i4, $i5]]) as $L11 => $e11) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e11 - $L11);
	$a2[] = $i4; $a2 = lim($a2);
}
for ($L12 = 0; $L12 < 1; $L12++) {
	if (++$steps > 4000) break;
	$a3[] = 999983; $a3 = lim($a3);
	if (($i1 > $i1)) break;
	$i1 = w($i1 + $L12);
}
if (!($i2 < 2)) {
	if ((bool) null) {
		$f2 = fmod(100.0, 1e7);
	} elseif (isset($m0['3.5'])) {
		foreach ($a0 as $L15 => $e15) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e15 - $L15);
			$i1 = w(1);
			$a1 = $a3; if (isset($a1[1])) $a1[1] = w(($i3 % 5));
		}
		switch (($i4 - count($a3)) % 4) {
		case 0:
			$s3 = cut(((cut($s3 . str_replace('c', 'ab', substr($s0, 0, 9))))[2] ?? '_'));
			break;
		case 1:
			$s3 = cut(cut($s1 . (($s0)[4] ?? '_')));
			break;
		case 2:
			$m1['y1'] ??= null;
		default:
			$i3++;
			break;
		}
	} else {
		$a3[] = $i0; $a3 = lim($a3);
	}
	if (($i2 < 85)) {
		$s0 = cut($s2);
		$a0[] = strlen($s4); $a0 = lim($a0);
	} else {
		usort($a2, fn($p, $q) => $q % 10 <=> $p % 10);
		[$i5, $s3] = [w((int) ($m1['ab'] ?? 85)), cut($s0)];
	}
	for ($L18 = 0; $L18 < 4; $L18++) {
		if (++$steps > 4000) break;
		if (($f0 == null)) {
			$i1 = w(('a-b' <=> $s2));
			usort($a3, fn($p, $q) => $q % 10 <=> $p % 10);
			$s3 = cut('foo_bar');
		} elseif (($i4 == count($a2))) {
			$i2 = w((intdiv(2, 64) | $i4));
			$m2['1e1'] ??= 7.0;
		}
		$i2 = w(($i5 - $i4));
		if (in_array('World', $m0)) continue;
		$i1 = w($i1 + $L18);
	}
} else {
	$L20 = 5;
	while ($L20-- > 0) {
		if (++$steps > 4000) break;
		$i5++;
	}
	for ($L21 = 0; $L21 < 2; $L21++) {
		if (++$steps > 4000) break;
		$s0 = cut((string) 0);
		unset($m2['ab']);
		$i1 = w($i1 + $L21);
	}
}
array_splice($a1, 1, 1);
state('b1', $i1, $i5, $s2, $f0, $a0, $m1);
// block 2
$L22 = 0;
do {
	[$i0, $s2] = [w((71 + strlen($s4))), cut((string) (float) $i5)];
	foreach ($a0 as &$ref) { $ref = w($ref * 6 + 1); } unset($ref);
} while (++$L22 < 2 && ++$steps < 4000);
unset($m2['bacab']);
if (array_is_list($m0)) {
	for ($L25 = 0; $L25 < 1; $L25++) {
		if (++$steps > 4000) break;
		$i0--;
		unset($m0['a-b']);
		if (in_array($i1, $a2)) break;
		$i0 = w($i0 + $L25);
	}
} elseif (($i4 == $i0)) {
	if (!(bool) $s4) {
		$i1 = w((($a2[2] ?? -3) + ord(md5((($m0['qq'] ?? 'none') . ''))) * $i4 % 100 - $i3) % 10007);
		$a0[] = ((78 <=> (int) ($m0['10'] ?? 1)) + $i5); $a0 = lim($a0);
		$m2['010'] ??= $i5;
	} elseif (true) {
		$i0 = w((($i3 & (int) fmod($f2, 10000)) | $i3));
	}
	foreach (sorted(array_values(array_unique($a3))) as $L27 => $e27) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e27 - $L27);
		if ((bool) '20') {
			$s1 .= cut($s3); $s1 = cut($s1);
			[$i3, $s0] = [w($i3), cut((string) $f0)];
			$i5--;
		}
		foreach ($a0 as $L29 => $e29) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e29 - $L29);
			$a2 = $a3; if (isset($a2[1])) $a2[1] = w($i2);
		}
	}
} else {
	$s0 .= cut(cut(implode('b', $a0))); $s0 = cut($s0);
}
$i2 = w((int) ($m2['bacab'] ?? 0));
state('b2', $i5, $i4, $s1, $f1, $a1, $m0);
// block 3
$m2['Zed'] = w($i0 << 0);
$a1[] = max(999983, (4 + $i0)); $a1 = lim($a1);
state('b3', $i5, $i4, $s1, $f0, $a1, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
