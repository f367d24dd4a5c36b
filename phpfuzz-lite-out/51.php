<?php
// phpfuzz-lite seed 51
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
	$a0 = lim([]);
	$a0 = $a0; if (isset($a0[1])) $a0[1] = w(array_reduce(array_map(fn($x) => w($x * 4 + (int) ($m0['10'] ?? -3)), [93, $i0, $i1]), fn($c, $x) => w($c * 2 + $x), -20));
	$s1 .= cut($s1); $s1 = cut($s1);
	return w(($i1 - (($s1 === 'qq') ? strlen($s0) : 0x7f)));
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	for ($L1 = 0; $L1 < 5; $L1++) {
		if (++$steps > 4000) break;
		$s0 = cut(str_replace('1', 'caba', substr($s0, 0, 9)));
		if (($s0 == '34')) continue;
		$i1 = w($i1 + $L1);
	}
	for ($L2 = 0; $L2 < 4; $L2++) {
		if (++$steps > 4000) break;
		$m1['a-b'] = -2147483648;
		$i0 = w($i0 + $L2);
	}
	$s0 .= cut($s1); $s0 = cut($s0);
	return w(count(lim([...[$i0, -2147483648, $i1], $i0, ...[$i0]])));
}
$i0 = 96; $i1 = 10; $i2 = 53; $i3 = -24; $i4 = 84; $i5 = -9; $f0 = -1.125; $f1 = 0.5; $f2 = 2.75; $s0 = 'zebra'; $s1 = 'x'; $s2 = 'abc'; $s3 = '3.5'; $s4 = 'cab'; $a0 = [47, 19]; $a1 = [46, 26]; $a2 = [39, 45, 30]; $a3 = [38, 0, 9, 21, 34]; $m0 = ['caba' => 12, 'qq' => 8]; $m1 = ['bacab' => 22, 'abc' => 6, 'abc' => 17]; $m2 = ['y1' => 31, 'bacab' => 3];
// block 0
unset($m0['ab']);
$m0['foo_bar'] ??= -20;
$i3 = w(((((float) 20 === $f1) ? 017 : $i1) % 5));
state('b0', $i4, $i5, $s1, $f0, $a1, $m2);
// block 1
$i0 = w((int) ($m1['0'] ?? 12));
foreach (array_values(array_filter($a3, fn($x) => $x % 3 != 0)) as $L3 => $e3) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e3 - $L3);
	switch ($i5 % 4) {
	case 0:
		$f0 = fmod((!($i1 > $i4) ? (100.0 + ($f0 * 100.0)) : ($i5 / 8)), 1e7);
	case 1:
		$i1 |= 44;
		break;
	case 2:
		$i3 = w($i3);
		break;
	default:
		$s1 .= cut('76'); $s1 = cut($s1);
	}
}
state('b1', $i3, $i1, $s1, $f0, $a1, $m0);
// block 2
if (('zebra' == sprintf('%05d/%x/%s', $i0, abs(0), cut((($m1['1e1'] ?? 'none') . ''))))) {
	if (in_array('Zed', $m2)) {
		$s4 = cut(trim('12'));
		$a3[] = 31; $a3 = lim($a3);
	} else {
		if ((($s1 === 'zebra') || (0.5 >= -3.75))) {
			$s3 .= cut('10'); $s3 = cut($s3);
			$i4++;
			$i1 = w(((26 + $i4) + w(($i0 % 12) ** 0)));
		} else {
			$s2 = cut(strtoupper((($m2['foo_bar'] ?? 'none') . '')));
			$i5 += 15;
		}
	}
} elseif ((($i4 < 69) || empty($a0))) {
	$L8 = 0;
	do {
		$s0 = cut((($m0['a-b'] ?? 'none') . ''));
	} while (++$L8 < 5 && ++$steps < 4000);
	usort($a1, fn($p, $q) => $q % 10 <=> $p % 10);
} else {
	array_pop($a0);
}
$a1 = $a0; if (isset($a1[1])) $a1[1] = w(($i1 + -13));
state('b2', $i1, $i5, $s4, $f2, $a1, $m2);
// block 3
$a3 = $a3; if (isset($a3[1])) $a3[1] = w(w(w(44 << 2) << 3));
$L9 = 0;
do {
	if (($f2 < $s0)) {
		$s4 = cut(ucwords(gettype(strlen($s2))));
		for ($L11 = 0; $L11 < 2; $L11++) {
			if (++$steps > 4000) break;
			unset($m1['World']);
			[$i0, $s2] = [w(intdiv($i1, 16)), cut('56')];
			$a3 = $a0; if (isset($a3[1])) $a3[1] = w($i2);
			$i0 = w($i0 + $L11);
		}
		$a3[] = $i2; $a3 = lim($a3);
	} else {
		$L12 = 2;
		while ($L12-- > 0) {
			if (++$steps > 4000) break;
			$a0[] = ($i5 <=> $i4); $a0 = lim($a0);
			$m2['a-b'] = $f2;
		}
	}
} while (++$L9 < 2 && ++$steps < 4000);
state('b3', $i2, $i3, $s3, $f1, $a0, $m1);
// block 4
if ((w(($i2 % 12) ** 2) !== (int) false)) {
	array_shift($a1);
	switch ((count($a1) & $i4) % 4) {
	case 0:
		$s2 .= cut(decbin(abs($i3) % 512)); $s2 = cut($s2);
		break;
	case 1:
		array_pop($a1);
	case 2:
		sort($a3);
		break;
	default:
		$i4 |= 2;
		break;
	}
	for ($L15 = 0; $L15 < 1; $L15++) {
		if (++$steps > 4000) break;
		if ((json_encode($a2) == substr('0', 2, 3))) {
			$m2['zebra'] = in_array(54, [$i4]);
		} else {
			$i4 = w($i2);
			$a2 = lim(array_map('strlen', explode('x', strtoupper('abc'))));
		}
		if (($i3 > $i0)) {
			$a3 = lim(array_map(null, [w($i2 * $i3), (~$i5), w(array_sum([35]))]));
		} elseif (false) {
			$a2 = lim(array_values(array_flip(array_flip([$i3, $i3, (45 & $i3)]))));
			$a3 = lim($a1);
		}
		$s1 .= cut('x'); $s1 = cut($s1);
		$i0 = w($i0 + $L15);
	}
}
$s3 = cut("1e1{$i5}-$s2");
$a2[] = (w(array_sum([3, 7, $i3])) % 2); $a2 = lim($a2);
state('b4', $i1, $i4, $s1, $f1, $a3, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
