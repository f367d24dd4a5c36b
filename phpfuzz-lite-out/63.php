<?php
// phpfuzz-lite seed 63
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
	$a0 = $a1; if (isset($a0[1])) $a0[1] = w($i0);
	$a0 = lim(array_reverse(lim(array_merge(array_fill(0, 1, 90), $a0))));
	foreach (array_values(array_diff(lim(array_merge([017, $i0, $i0], $a0)), $a0)) as $L1 => $e1) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e1 - $L1);
		$f0 = fmod(($f0 + fmod(2e3, 7.5)), 1e7);
		$i0 = w($i0);
	}
	return w($i1);
}
$i0 = -32; $i1 = 139; $i2 = 41; $i3 = 112; $i4 = 112; $i5 = 0; $f0 = -1.125; $f1 = 2.75; $f2 = 2.75; $s0 = 'foo_bar'; $s1 = '3.5'; $s2 = 'zebra'; $s3 = '0'; $s4 = 'x'; $a0 = [0]; $a1 = [48]; $a2 = [26, 26, 44]; $a3 = [2, 50, 15, 33]; $m0 = ['010' => 17, 'cab' => 8]; $m1 = ['Key' => 24]; $m2 = ['010' => 3, 'World' => 37, 'bacab' => 32];
// block 0
$s4 = cut(str_replace('1', 'Key', substr((($m2['x'] ?? 'none') . ''), 0, 9)));
$i3 = w((~($i2 & ($i3 % 5))));
state('b0', $i2, $i5, $s1, $f2, $a1, $m0);
// block 1
$a0[] = intdiv(strlen($s4), 2); $a0 = lim($a0);
foreach ($a2 as &$ref) { $ref = w($ref * 6 + 1); } unset($ref);
state('b1', $i2, $i4, $s2, $f0, $a2, $m1);
// block 2
if (($i1 !== $i1)) {
	switch ((4 + $i2) % 4) {
	case 0:
		$a3 = $a1; if (isset($a3[1])) $a3[1] = w(-14);
	case 1:
		$i3 = w(w(($i5 % 10) * (int) round(fmod($f1, 500))));
	case 2:
		$i0++;
		break;
	default:
		$i5 = w(($s0 <=> cut(implode('c', [$i4, strlen($s2), -2147483648]))));
	}
	switch (($i4 & $i2) % 4) {
	case 0:
		$i5 = w($i5);
		break;
	case 1:
		sort($a1);
		break;
	case 2:
		usort($a1, fn($p, $q) => $q % 10 <=> $p % 10);
		break;
	default:
		$a1 = $a1; if (isset($a1[1])) $a1[1] = w(w(crc32('y1')));
	}
} elseif (($s0 === 'zebra')) {
	if ((($f1 >= $f1) || (bool) $s1)) {
		foreach ($m0 as $L7 => $val) {
			$s0 = cut($s0 . $L7 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L7)));
		}
	} else {
		$a0[] = (($s2 === '1e1') ? 96 : match (1 % 4) { 0 => $i3, 1, 2 => $i5, default => $i3 }); $a0 = lim($a0);
	}
	unset($m2['3.5']);
}
unset($m1['caba']);
array_shift($a0);
$a1[] = 80; $a1 = lim($a1);
$s4 = cut(trim(json_encode(sorted($a3))));
state('b2', $i3, $i0, $s1, $f0, $a0, $m2);
// block 3
$a2 = lim(range(2, 14));
$L8 = 4;
while ($L8-- > 0) {
	if (++$steps > 4000) break;
	$m2['zebra'] ??= strlen($s4);
}
state('b3', $i3, $i2, $s4, $f1, $a1, $m0);
// block 4
$s1 = cut("1e1{$i2}-$s0");
if (($s3 === '010')) {
	$i3 -= 30;
	foreach ($m2 as $L10 => $val) {
		$s0 = cut($s0 . $L10 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L10)));
	}
	$L11 = 1;
	while ($L11-- > 0) {
		if (++$steps > 4000) break;
		$i4 = w((ord(sprintf('%05d/%x/%s', $i5, abs($i2), cut($s3))) % 64));
	}
} elseif (in_array('hello', $m1)) {
	for ($L12 = 0; $L12 < 3; $L12++) {
		if (++$steps > 4000) break;
		$L13 = 2;
		while ($L13-- > 0) {
			if (++$steps > 4000) break;
			$m0['qq'] ??= null;
			$s1 = cut('010');
		}
		$f0 = fmod(($f0 + (float) 58), 1e7);
		$s2 .= cut('62'); $s2 = cut($s2);
		$i1 = w($i1 + $L12);
	}
	if ((sqrt(abs($f2)) >= (($i3 < 24) ? $f1 : $f0))) {
		$i0--;
		$L15 = 0;
		do {
			$a1[] = $i5; $a1 = lim($a1);
			$s3 .= cut($s1); $s3 = cut($s3);
		} while (++$L15 < 4 && ++$steps < 4000);
		[$i3, $s2] = [w((40 - count($a0))), cut((string) -3.75)];
	} elseif (($i1 !== $i0)) {
		foreach (sorted([]) as $L16 => $e16) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e16 - $L16);
			usort($a3, fn($p, $q) => $q % 10 <=> $p % 10);
		}
	} else {
		switch (w(3 * count($a0)) % 4) {
		case 0:
			$i5 -= 28;
		case 1:
			$i0 += 12;
			break;
		case 2:
			$i3 = w(strlen($s1));
			break;
		default:
			rsort($a2);
			break;
		}
		if ((false || ($s2 === 'caba'))) {
			[$i3, $s2] = [w(($i0 - -6)), cut('World')];
			$s4 .= cut('y1'); $s4 = cut($s4);
			$s3 = cut(addslashes(wordwrap(gettype($i3), 4, '/', true)));
		} else {
			$i0--;
		}
	}
}
$L19 = 2;
while ($L19-- > 0) {
	if (++$steps > 4000) break;
	$m1['Zed'] ??= $s1;
	for ($L20 = 0; $L20 < 4; $L20++) {
		if (++$steps > 4000) break;
		$s2 .= cut(substr($s4, 2)); $s2 = cut($s2);
		$i0 = w($i0 + $L20);
	}
	$L21 = 0;
	do {
		$i3 ^= 47;
	} while (++$L21 < 5 && ++$steps < 4000);
}
state('b4', $i0, $i1, $s2, $f2, $a2, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
