<?php
// phpfuzz-lite seed 39
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
	switch (($i0 % 5) % 4) {
	case 0:
		$i0++;
		break;
	case 1:
		$m0['Zed'] = $i0;
	case 2:
		$i0 = w(($i1 ^ 53));
		break;
	default:
		$a1 = $a1; if (isset($a1[1])) $a1[1] = w(0x7f);
		break;
	}
	for ($L2 = 0; $L2 < 3; $L2++) {
		if (++$steps > 4000) break;
		$a1 = $a0; if (isset($a1[1])) $a1[1] = w($i0);
		$i1 = w(strcmp(gettype($s1), 'zebra'));
		if (str_contains('hello', '1')) continue;
		$i1 = w($i1 + $L2);
	}
	$f0 = fmod(round((floor(1e-3) * 7.0), 2), 1e7);
	$i1 -= 9;
	$s1 .= cut(cut(str_repeat('caba', 3))); $s1 = cut($s1);
	return w($i0);
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	$s1 .= cut('Zed'); $s1 = cut($s1);
	[$i0, $s1] = [w($i1), cut(substr('43', 1, 0))];
	unset($m0['x']);
	$i0++;
	return w(intdiv(017, 10));
}
$i0 = 131; $i1 = -23; $i2 = -30; $i3 = 121; $i4 = -36; $i5 = 25; $f0 = 0.5; $f1 = 0.5; $f2 = 0.5; $s0 = 'a-b'; $s1 = 'World'; $s2 = '12'; $s3 = '12'; $s4 = 'qq'; $a0 = [-4, 15, 43, 12]; $a1 = [-1, 47, 8, 38, 15]; $a2 = [-3, -4, 48]; $a3 = [-7, -6]; $m0 = []; $m1 = ['zebra' => 16, 'bacab' => 3]; $m2 = ['ab' => 1, 'World' => 16];
// block 0
$i2 ^= 6;
$m0['0'] ??= 65535;
if ((($f0 - $f0) >= ($f2 + $f0))) {
	$f1 = fmod((float) $i5, 1e7);
	if (empty($a2)) {
		$a3[] = ($i1 ?: intdiv($i2, 10)); $a3 = lim($a3);
		[$i1, $s4] = [w(intdiv($i1, 3)), cut(trim('12'))];
		foreach (lim(array_merge(array_map(fn($x) => w($x * -19 + strlen($s1)), $a1), [])) as $L5 => $e5) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e5 - $L5);
			$m0['010'] = ($i4 < 1);
		}
	} else {
		switch (max(3, $i3) % 4) {
		case 0:
			$f2 = fmod((floor($f1) * 0.5), 1e7);
			break;
		case 1:
			$s2 = cut(dechex(abs(w($i2 << 3))));
		case 2:
			$i5 |= 2;
		default:
			$a1[] = (0 + $i1); $a1 = lim($a1);
			break;
		}
		switch (fn_1($i1, $i4) % 4) {
		case 0:
			$f0 = fmod((float) ((strpos($s4, '1') === false ? 3 : 7) + 93), 1e7);
			break;
		case 1:
			$a3[] = ($i3 - $i4); $a3 = lim($a3);
			break;
		case 2:
			$i3 += 7;
			break;
		default:
			[$i1, $s4] = [w($i5), cut((($i2 < 1) ? $s3 : 'qq'))];
			break;
		}
	}
}
state('b0', $i3, $i1, $s4, $f0, $a2, $m2);
// block 1
if ((($i3 + $i4) <= 30)) {
	if (($s0 === 'ab')) {
		$a0 = $a3; if (isset($a0[1])) $a0[1] = w($i1);
	} else {
		$f0 = fmod((float) (w($i0 << 4) % 16), 1e7);
		$m1['y1'] ??= true;
	}
	$i0 += 36;
	$i4--;
}
$m1['zebra'] ??= 0.5;
$m0['1e1'] ??= true;
state('b1', $i2, $i2, $s3, $f0, $a3, $m0);
// block 2
foreach ($a1 as $L10 => $e10) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e10 - $L10);
	$i5++;
}
$i0 = w((intdiv((- ($a3[1] ?? 69)), 2) <=> ((strlen($s1) & 6) <=> 2147483647)));
$s3 = cut(cut(ucfirst(strtolower((($m2['abc'] ?? 'none') . ''))) . sprintf('%.2f|%8.3f|%e', fmod(2e3, 10000), fmod($f1, 10000), round(fmod((float) ($a3[0] ?? 67), 500)))));
$i0 = w(fn_1(($i3 ?: (int) ($m2['x'] ?? 7)), (((int) ($m1['y1'] ?? 42) + $i1) + min($i1, $i0, $i0))));
state('b2', $i2, $i0, $s0, $f2, $a0, $m0);
// block 3
foreach ([(52 ^ $i1), ($i4 <=> $i2), $i1] as $L11 => $e11) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e11 - $L11);
	$m2['10'] ??= $i1;
}
$i4 = w(strlen($s2));
$i3 = w((- ($i2 % 16)));
state('b3', $i5, $i3, $s2, $f2, $a2, $m1);
// block 4
$L12 = 2;
while ($L12-- > 0) {
	if (++$steps > 4000) break;
	if (isset($m1['0'])) {
		$i5++;
		$a1[] = 999983; $a1 = lim($a1);
	} elseif (isset($m2['y1'])) {
		foreach (array_merge(...array_chunk(array_map('ord', str_split(cut($s4 . '.'))), 2)) as $L14 => $e14) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e14 - $L14);
			$i1 = w(33);
		}
	} else {
		for ($L15 = 0; $L15 < 3; $L15++) {
			if (++$steps > 4000) break;
			$s1 .= cut(trim($s1)); $s1 = cut($s1);
			if ((($i2 > $i4) || isset($m0['zebra']))) continue;
			$i0 = w($i0 + $L15);
		}
	}
}
$i2 -= 42;
$i3 |= 24;
$m2['bacab'] = !($i2 < 75);
if ((($s3 === 'ab') == $f2)) {
	foreach ($a3 as $L17 => $e17) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e17 - $L17);
		$i2 -= 9;
		$f0 = fmod(round(7.0, 2), 1e7);
	}
	$i0 = w((strpos('cab', 'b') === false ? 54 : 7));
} else {
	foreach ($m2 as $L18 => $val) {
		$s0 = cut($s0 . $L18 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L18)));
	}
	$i3++;
}
state('b4', $i5, $i5, $s3, $f0, $a1, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
