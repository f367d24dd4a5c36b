<?php
// phpfuzz-lite seed 26
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
	$s0 = cut('1e1');
	$i1 = w((int) ($m1['bacab'] ?? 19));
	$m1['bacab'] = null;
	$a0[] = 1_000; $a0 = lim($a0);
	return w($i1);
}
$i0 = 110; $i1 = 45; $i2 = 5; $i3 = -39; $i4 = 35; $i5 = 2; $f0 = -1.125; $f1 = 33.0; $f2 = -1.125; $s0 = 'qq'; $s1 = 'Key'; $s2 = '1e1'; $s3 = '12'; $s4 = 'zebra'; $a0 = [13, 6, 32]; $a1 = [19, 7, 14, -2, 47]; $a2 = [-3]; $a3 = [13, 21, 39, 5]; $m0 = ['1e1' => 17, 'abc' => 17, 'World' => 29]; $m1 = ['Key' => 14, '3.5' => 13, 'hello' => 20]; $m2 = ['qq' => 9, 'Zed' => 28];
// block 0
unset($m2['10']);
$i1 += 6;
foreach ($a1 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
if (false) {
	$s0 = cut(substr(cut($s4 . strtoupper($s1)), -3));
} elseif (($i2 < 26)) {
	usort($a1, fn($p, $q) => $q % 10 <=> $p % 10);
}
$f1 = fmod(-3.75, 1e7);
state('b0', $i0, $i1, $s3, $f0, $a3, $m1);
// block 1
$i5 = w(ord(wordwrap(strtoupper($s0), 4, '/', true)));
$i5 |= 9;
state('b1', $i0, $i5, $s2, $f0, $a0, $m1);
// block 2
$m1['1e1'] ??= $i0;
unset($m2['x']);
rsort($a1);
switch ($i3 % 4) {
case 0:
	$s4 = cut($s4);
	break;
case 1:
	$s1 .= cut(md5('0')); $s1 = cut($s1);
	break;
case 2:
	$f1 = fmod(((-3.75 / 4) + $f2), 1e7);
	break;
default:
	[$i0, $s2] = [w($i2), cut((string) $f0)];
	break;
}
state('b2', $i2, $i3, $s0, $f0, $a0, $m0);
// block 3
foreach ($a3 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
$L6 = 1;
while ($L6-- > 0) {
	if (++$steps > 4000) break;
	$s4 .= cut('ab'); $s4 = cut($s4);
}
foreach ($a2 as $L7 => $e7) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e7 - $L7);
	for ($L8 = 0; $L8 < 5; $L8++) {
		if (++$steps > 4000) break;
		for ($L9 = 0; $L9 < 3; $L9++) {
			if (++$steps > 4000) break;
			$s4 = cut((($m2['10'] ?? 'none') . ''));
			$a3 = lim([$i5, substr_count(strtoupper('Zed'), 'a'), (~count($a3))]);
			$s1 .= cut(ucfirst(strtolower('World'))); $s1 = cut($s1);
			if ((true || ($i2 < 12))) break;
			$i1 = w($i1 + $L9);
		}
		$i0 = w($i0 + $L8);
	}
	switch ($i0 % 4) {
	case 0:
		$i4 = w(75);
		break;
	case 1:
		$s2 = cut($s3);
		break;
	case 2:
		$i2 = w(max($i5, -12));
		break;
	default:
		$s4 = cut(strtr(substr(substr($s3, 3), 1), 'abc', 'xyz'));
		break;
	}
}
$m1['ab'] = (2e3 - 2e3);
$i3 = w($i4);
state('b3', $i3, $i3, $s3, $f0, $a1, $m1);
// block 4
foreach (array_map('intval', array_keys($m2)) as $L11 => $e11) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e11 - $L11);
	$m0['y1'] ??= '77';
	$i5++;
}
$s1 = cut(strtoupper($s1));
state('b4', $i4, $i0, $s1, $f0, $a0, $m0);
// block 5
foreach ($a1 as $L12 => $e12) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e12 - $L12);
	$s0 = cut(cut(chr(97 + abs($i1) % 26) . 'cab'));
}
foreach ($a3 as &$ref) { $ref = w($ref * 6 + 1); } unset($ref);
$a1 = $a0; if (isset($a1[1])) $a1[1] = w((($s3 === '0') ? max(($a0[3] ?? 42), $i0) : 3));
if (true) {
	if ((($i2 !== $i0) || ($s0 == 'zebra'))) {
		$s0 = cut(substr($s1, 4));
		$i3 = w((in_array('qq', $m2) ? -2147483648 : ($f0 <=> $f2)));
	} elseif (str_contains($s2, 'a')) {
		$L16 = 1;
		while ($L16-- > 0) {
			if (++$steps > 4000) break;
			$m1['bacab'] = ($i5 < 21);
			$i0 += 47;
			unset($m2['caba']);
		}
		$m0['World'] = sqrt(abs(2e3));
	}
	$i5 ^= 15;
	$a1 = lim(lim(array_merge($a1, array_values(array_unique($a2)))));
} elseif (isset($m2['a-b'])) {
	$L17 = 0;
	do {
		if ((true || (($i5 < -19) && ($i3 > $i2)))) {
			$a0 = lim(lim(array_merge($a2, [((int) ($m2['hello'] ?? 4) + $i1)])));
			$s1 .= cut(substr('Zed', -2)); $s1 = cut($s1);
		} else {
			$s4 = cut((($m0['bacab'] ?? 'none') . ''));
		}
	} while (++$L17 < 4 && ++$steps < 4000);
} else {
	$i4 = w(intdiv(82, 10));
}
if (($i0 > $i3)) {
	if (str_contains('bacab', 'c')) {
		foreach (array_reverse(range(3, 11)) as $L21 => $e21) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e21 - $L21);
			$s1 .= cut('10'); $s1 = cut($s1);
			$s0 = cut((((string) (73 / 8))[3] ?? '_'));
		}
		$i4 = w((w(array_sum([$i1])) ^ $i4));
	}
	[$i1, $s4] = [w($i1), cut(trim('cab'))];
}
state('b5', $i5, $i1, $s1, $f1, $a0, $m1);
// block 6
$s0 .= cut((string) count($a2)); $s0 = cut($s0);
$L22 = 2;
while ($L22-- > 0) {
	if (++$steps > 4000) break;
	$i5 -= 5;
	$i1++;
	$s4 .= cut('10'); $s4 = cut($s4);
}
for ($L23 = 0; $L23 < 3; $L23++) {
	if (++$steps > 4000) break;
	foreach ($a0 as $L24 => $e24) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e24 - $L24);
		$a0[] = 1_000; $a0 = lim($a0);
	}
	$a2 = $a2; if (isset($a2[1])) $a2[1] = w(((- $f0) <=> ($f2 + $f2)));
	switch ($i1 % 4) {
	case 0:
		unset($m1['1e1']);
	case 1:
		$s1 .= cut((($i4 < -8) ? '78' : 'a-b')); $s1 = cut($s1);
	case 2:
		unset($m0['qq']);
		break;
	default:
		$a2 = lim($a2);
		break;
	}
	$i1 = w($i1 + $L23);
}
$i5 = w(($i4 & ($i3 | 90)));
state('b6', $i3, $i0, $s4, $f1, $a1, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
