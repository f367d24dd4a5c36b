<?php
// phpfuzz-lite seed 76
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = -49; $i1 = 17; $i2 = 59; $i3 = 73; $i4 = -26; $i5 = -11; $f0 = 33.0; $f1 = 33.0; $f2 = -1.125; $s0 = 'zebra'; $s1 = 'x'; $s2 = 'Key'; $s3 = 'foo_bar'; $s4 = 'caba'; $a0 = [11, 44, 44]; $a1 = [8]; $a2 = [-2, 1, 35, 21]; $a3 = [6, -8, -9, 24]; $m0 = ['qq' => 34, 'foo_bar' => 14, 'y1' => 0]; $m1 = ['foo_bar' => 39]; $m2 = ['0' => 1, 'qq' => 25, 'qq' => 38];
// block 0
$s4 = cut('3.5');
$L1 = 5;
while ($L1-- > 0) {
	if (++$steps > 4000) break;
	for ($L2 = 0; $L2 < 1; $L2++) {
		if (++$steps > 4000) break;
		$a1[] = count([]); $a1 = lim($a1);
		if (($i4 > $i3)) continue;
		$i1 = w($i1 + $L2);
	}
}
state('b0', $i1, $i5, $s1, $f2, $a0, $m2);
// block 1
$s0 = cut("foo_bar{$i3}-$s1");
if (array_is_list($m1)) {
	$m1['ab'] ??= $s0;
	usort($a3, fn($p, $q) => $q % 10 <=> $p % 10);
	foreach ($m2 as $L4 => $val) {
		$s0 = cut($s0 . $L4 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L4)));
	}
}
state('b1', $i3, $i4, $s2, $f0, $a1, $m0);
// block 2
foreach ([] as $L5 => $e5) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e5 - $L5);
	$a1[] = 42; $a1 = lim($a1);
	foreach ($m2 as $L6 => $val) {
		$s0 = cut($s0 . $L6 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L6)));
	}
}
$s1 = cut($s0);
state('b2', $i5, $i5, $s2, $f1, $a3, $m1);
// block 3
foreach ($a0 as $L7 => $e7) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e7 - $L7);
	$s3 = cut($s1);
}
if (($i4 === $s0)) {
	$i2 ^= 18;
	if (($i0 > $i1)) {
		$s1 = cut(number_format(fmod(floor($f0), 10000), 2));
	} else {
		[$i0, $s0] = [w((~$i4)), cut(substr_replace($s0, 'World', 1, 2))];
	}
	for ($L10 = 0; $L10 < 2; $L10++) {
		if (++$steps > 4000) break;
		$m2['010'] ??= $s2;
		$a0 = lim(array_values(array_intersect(range(1, 13), array_map(null, $a3))));
		for ($L11 = 0; $L11 < 5; $L11++) {
			if (++$steps > 4000) break;
			$a1 = $a3; if (isset($a1[1])) $a1[1] = w(((strlen($s0) - $i1) + count($a1)));
			$i1 = w($i1 + $L11);
		}
		$i0 = w($i0 + $L10);
	}
} elseif (($i3 < 79)) {
	if ((($i0 > $i5) xor (($i0 < 66) && ($i1 > $i5)))) {
		$i3++;
		$s4 .= cut('zebra'); $s4 = cut($s4);
	} else {
		if ((str_starts_with('9', 'c') && ($i0 !== (int) ($m1['abc'] ?? 1)))) {
			$m2['cab'] = ($i3 > $i1);
			$i4 = w(max(($i0 >> 0), ("010{$i4}-$s4" <=> (string) 999983)));
		} elseif (($i1 > $i4)) {
			$a2 = lim($a3);
			$a2[] = strlen($s4); $a2 = lim($a2);
		}
	}
} else {
	for ($L14 = 0; $L14 < 1; $L14++) {
		if (++$steps > 4000) break;
		unset($m0['cab']);
		$m1['y1'] ??= $i5;
		$i1 = w($i1 + $L14);
	}
}
$s0 = cut($s3);
$i3++;
$L15 = 0;
do {
	$f2 = fmod(100.0, 1e7);
	$i2 = w((($i2 % 64) & abs(w($i2 * 4))));
} while (++$L15 < 2 && ++$steps < 4000);
state('b3', $i0, $i4, $s3, $f2, $a0, $m1);
// block 4
foreach ($a0 as &$ref) { $ref = w($ref * 5 + 1); } unset($ref);
$a3 = $a0; if (isset($a3[1])) $a3[1] = w((-2147483648 + $i3));
switch ($i3 % 4) {
case 0:
	$m1['x'] ??= 92;
case 1:
	$m2['caba'] ??= '85';
	break;
case 2:
	[$i3, $s3] = [w((-3.75 <=> $f1)), cut(strtr((($m1['y1'] ?? 'none') . ''), 'abc', 'xyz'))];
	break;
default:
	$m0['y1'] ??= ($i0 > $i3);
}
$m0['a-b'] = in_array(strlen($s3), [$i1]);
state('b4', $i1, $i3, $s0, $f2, $a1, $m0);
// block 5
for ($L18 = 0; $L18 < 5; $L18++) {
	if (++$steps > 4000) break;
	[$i0, $s4] = [w($i0), cut(substr($s0, 1, 3))];
	foreach ($m2 as $L19 => $val) {
		$s0 = cut($s0 . $L19 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L19)));
	}
	$i0 = w($i0 + $L18);
}
$i4++;
if (($s3 === 'x')) {
	unset($m1['zebra']);
	for ($L21 = 0; $L21 < 4; $L21++) {
		if (++$steps > 4000) break;
		$i5--;
		$i0 = w($i0 + $L21);
	}
} else {
	$i3 = w(0x7f);
}
$s1 = cut('20');
state('b5', $i5, $i5, $s2, $f2, $a3, $m1);
// block 6
$a3 = $a0; if (isset($a3[1])) $a3[1] = w(intdiv((int) fmod($f0, 10000), -3));
if ((intdiv(50, 64) == ($i1 + 1_000))) {
	if (($s3 < substr('62', 2, 4))) {
		unset($m0['zebra']);
		$m2['World'] ??= 7.0;
		$m1['bacab'] ??= $i5;
	} elseif (($s4 < (($m2['a-b'] ?? 'none') . ''))) {
		$i2 = w($i2);
	} else {
		$a0 = $a1; if (isset($a0[1])) $a0[1] = w(abs((31 <=> $i2)));
	}
	foreach (array_map('intval', array_keys($m1)) as $L24 => $e24) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e24 - $L24);
		if (in_array(($i2 | $i4), $a1)) {
			$s1 = cut($s2);
		} elseif ((($s0 === '3.5') xor ($i5 > $i5))) {
			$s3 = cut(strtr(trim($s3), 'abc', 'xyz'));
			$a1 = lim(array_pad($a3, 3, 94));
		}
	}
	foreach ($a0 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
} elseif (($i1 > $i2)) {
	$i0 = w((strlen($s4) + w($i4 << 0)));
	foreach ([$i4] as $L27 => $e27) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e27 - $L27);
		$a3 = lim(lim(array_merge(array_reverse(array_reverse($a3)), array_values(array_filter([strlen($s1), strlen($s4), 0b1011], fn($x) => $x % 3 != 4)))));
	}
} else {
	$m0['abc'] ??= $s3;
	$i0++;
}
state('b6', $i5, $i3, $s1, $f0, $a0, $m1);
// block 7
$f2 = fmod(((ceil($f0) + round(-3.75, 0)) * 0.5), 1e7);
for ($L28 = 0; $L28 < 1; $L28++) {
	if (++$steps > 4000) break;
	$a2 = lim($a3);
	switch ($i0 % 4) {
	case 0:
		$m1['ab'] ??= $s4;
		break;
	case 1:
		$s4 = cut('World');
		break;
	case 2:
		$m2['zebra'] ??= $i2;
		break;
	default:
		$i1 |= 0;
		break;
	}
	$i0 = w($i0 + $L28);
}
state('b7', $i1, $i3, $s0, $f1, $a0, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
