<?php
// phpfuzz-lite seed 86
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
	$a1[] = (($i0 - $i0) + ($i1 | 6)); $a1 = lim($a1);
	$a0 = lim((($i0 < 20) ? array_fill(0, 1, $i0) : $a1));
	foreach ([$i1, ($i0 - 65), w(crc32($s1))] as $L1 => $e1) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e1 - $L1);
		[$i0, $s0] = [w($i0), cut(cut(implode('z', $a1)))];
		$i1 = w(12);
	}
	$L2 = 0;
	do {
		$m1['12'] ??= null;
		$m1['Key'] = $s0;
	} while (++$L2 < 3 && ++$steps < 4000);
	if (($i0 > $i1)) {
		$s1 = cut((($m0['hello'] ?? 'none') . ''));
		$m1['0'] = (float) count($a1);
		$s0 .= cut('75'); $s0 = cut($s0);
	} else {
		array_shift($a1);
	}
	return w((strlen($s1) <=> (0 % 64)));
}
$i0 = 31; $i1 = 101; $i2 = 33; $i3 = 91; $i4 = -19; $i5 = 56; $f0 = 33.0; $f1 = -1.125; $f2 = 0.5; $s0 = 'Zed'; $s1 = 'zebra'; $s2 = 'foo_bar'; $s3 = 'qq'; $s4 = '10'; $a0 = []; $a1 = [22, 45]; $a2 = [20, 40]; $a3 = [26, 15, 11]; $m0 = []; $m1 = []; $m2 = ['foo_bar' => 4, '3.5' => 28];
// block 0
array_splice($a1, 1, 1);
$s4 = cut(cut(substr($s1, 0, 1) . 'Zed'));
for ($L4 = 0; $L4 < 4; $L4++) {
	if (++$steps > 4000) break;
	$i0 |= 45;
	if (($s2 === '10')) {
		$a3[] = ($a0[0] ?? 6); $a3 = lim($a3);
		$a3 = $a3; if (isset($a3[1])) $a3[1] = w($i2);
		foreach ($m1 as $L6 => $val) {
			$s0 = cut($s0 . $L6 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L6)));
		}
	} elseif (($i5 > $i0)) {
		$a3 = $a2; if (isset($a3[1])) $a3[1] = w((str_replace('1', '010', substr($s3, 0, 9)) <=> $s1));
		for ($L7 = 0; $L7 < 5; $L7++) {
			if (++$steps > 4000) break;
			$a3[] = (abs($i5) - w($i5 << 0)); $a3 = lim($a3);
			usort($a3, fn($p, $q) => $q % 10 <=> $p % 10);
			$i1 = w($i1 + $L7);
		}
	} else {
		foreach ($m1 as $L8 => $val) {
			$s0 = cut($s0 . $L8 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L8)));
		}
		if (($i3 > $i3)) {
			$s2 = cut($s1);
			usort($a0, fn($p, $q) => $q % 10 <=> $p % 10);
			[$i5, $s1] = [w($i5), cut($s3)];
		} elseif ((bool) '77') {
			$s3 .= cut('abc'); $s3 = cut($s3);
			$s0 = cut(ucfirst(strtolower('qq')));
		}
	}
	$m2['caba'] ??= ($i2 < 4);
	$i0 = w($i0 + $L4);
}
$s4 = cut($s0);
state('b0', $i2, $i4, $s1, $f0, $a2, $m1);
// block 1
if (($i3 < 66)) {
	$L11 = 0;
	do {
		for ($L12 = 0; $L12 < 5; $L12++) {
			if (++$steps > 4000) break;
			$i2--;
			$i4 = w($i3);
			array_shift($a0);
			$i0 = w($i0 + $L12);
		}
	} while (++$L11 < 2 && ++$steps < 4000);
	if (((float) strlen($s0) === '85')) {
		switch (w(0x7f << 4) % 4) {
		case 0:
			$i0++;
			break;
		case 1:
			$a2 = $a2; if (isset($a2[1])) $a2[1] = w(((2147483647 - $i2) + $i5 * fn_0($i0, $i1) % 100 - ($i1 - $i1)) % 10007);
		case 2:
			$m2['Key'] = ($s0 <=> '68');
			break;
		default:
			$s2 = cut(str_pad($s3, 8, 'z', STR_PAD_LEFT));
			break;
		}
		foreach ($m2 as $L15 => $val) {
			$s0 = cut($s0 . $L15 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L15)));
		}
	}
} elseif (($i4 < 3)) {
	$a1 = $a1; if (isset($a1[1])) $a1[1] = w((int) fmod($f1, 10000));
	$s1 = cut('y1');
} else {
	$i1--;
	for ($L16 = 0; $L16 < 1; $L16++) {
		if (++$steps > 4000) break;
		$s4 .= cut('x'); $s4 = cut($s4);
		$i0 = w((ord(substr_replace('36', 'Key', 1, 2)) % 10));
		if (($i4 < 1)) {
			$i5 = w(((int) round(fmod($f0, 500)) % 5));
			array_pop($a3);
			$m1['zebra'] ??= 100.0;
		} else {
			unset($m2['cab']);
		}
		$i1 = w($i1 + $L16);
	}
}
$s0 .= cut(sprintf('%.2f|%8.3f|%e', round(fmod($f1, 500)), round(fmod($f0, 500)), fmod(0.1, 10000))); $s0 = cut($s0);
$i5++;
array_shift($a1);
state('b1', $i4, $i0, $s0, $f1, $a3, $m2);
// block 2
foreach ($m1 as $L18 => $val) {
	$s0 = cut($s0 . $L18 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L18)));
}
$s3 = cut('3.5');
$i5 = w(((int) ($s2 === 'a-b') + ($i2 - 68)));
$a3 = lim(array_values(array_unique([($a3[2] ?? 48)])));
state('b2', $i2, $i3, $s2, $f1, $a1, $m1);
// block 3
$s0 .= cut('hello'); $s0 = cut($s0);
$a1 = lim([$i0, (- (int) fmod($f0, 10000)), $i2]);
$m1['qq'] = ucwords($s3);
state('b3', $i4, $i3, $s1, $f2, $a3, $m2);
// block 4
$i3 = w(intdiv(min(2, abs($i2), ($i5 - $i4)), 5));
foreach (array_pad($a1, 0, ($i3 | ($a0[3] ?? 29))) as $L19 => $e19) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e19 - $L19);
	for ($L20 = 0; $L20 < 2; $L20++) {
		if (++$steps > 4000) break;
		foreach ($a1 as $L21 => $e21) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e21 - $L21);
			$s0 .= cut((($i4 > $i2) ? $s4 : $s4)); $s0 = cut($s0);
			$s1 .= cut("y1{$i3}-$s3"); $s1 = cut($s1);
		}
		if ((true || false)) break;
		$i1 = w($i1 + $L20);
	}
	$f2 = fmod(100.0, 1e7);
}
$a2 = $a3; if (isset($a2[1])) $a2[1] = w(count($a0));
state('b4', $i2, $i2, $s3, $f2, $a3, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
