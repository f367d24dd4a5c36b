<?php
// phpfuzz-lite seed 8
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
	if (($s0 == $f0)) {
		unset($m1['caba']);
		$m1['zebra'] ??= ($s1 === 'a-b');
		unset($m0['caba']);
	} else {
		$a0 = $a1; if (isset($a0[1])) $a0[1] = w($i1);
		$a0 = lim($a1);
	}
	$m0['cab'] = (48 == (($m0['3.5'] ?? 'none') . ''));
	unset($m1['x']);
	$i0 |= 20;
	foreach ($m1 as $L2 => $val) {
		$s0 = cut($s0 . $L2 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L2)));
	}
	return w($i1);
}
$i0 = 134; $i1 = 85; $i2 = 26; $i3 = 77; $i4 = -23; $i5 = 33; $f0 = 2.75; $f1 = -1.125; $f2 = -1.125; $s0 = 'Key'; $s1 = '010'; $s2 = '12'; $s3 = 'qq'; $s4 = 'a-b'; $a0 = []; $a1 = []; $a2 = [28, -1, 7, -1, -7]; $a3 = [35, 39]; $m0 = ['foo_bar' => 13]; $m1 = []; $m2 = ['qq' => 37, 'foo_bar' => 23, '12' => 38];
// block 0
$i0 |= 16;
$L3 = 2;
while ($L3-- > 0) {
	if (++$steps > 4000) break;
	$m2['World'] ??= (($m1['abc'] ?? 'none') . '');
}
$i5++;
state('b0', $i5, $i0, $s4, $f2, $a1, $m0);
// block 1
$L4 = 1;
while ($L4-- > 0) {
	if (++$steps > 4000) break;
	[$i3, $s1] = [w((36 + $i0)), cut('13')];
}
$i5 = w((((int) fmod((float) $i4, 10000) <=> ord('hello')) >> 4));
state('b1', $i0, $i1, $s3, $f0, $a0, $m1);
// block 2
if (($i5 > $i2)) {
	[$i4, $s0] = [w((3 + $i3)), cut('3.5')];
	foreach (array_values(array_filter([65535], fn($x) => $x % 3 != 1)) as $L6 => $e6) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e6 - $L6);
		$a1 = $a2; if (isset($a1[1])) $a1[1] = w(max($i5, (1 + 19)));
	}
}
$m1['cab'] ??= ($s1 === '10');
$f0 = fmod(((float) ((int) $s3 % 997) + (($f2 * -3.75) + ($f2 - $f1))), 1e7);
state('b2', $i0, $i0, $s4, $f2, $a3, $m1);
// block 3
$a2 = lim(array_slice(array_values(array_filter($a1, fn($x) => $x % 3 != 0)), 4, 2));
unset($m2['1e1']);
sort($a0);
state('b3', $i3, $i5, $s3, $f1, $a1, $m0);
// block 4
$i0 -= 19;
$a0 = $a1; if (isset($a0[1])) $a0[1] = w(w($i0 * $i3));
unset($m0['x']);
state('b4', $i2, $i3, $s4, $f1, $a0, $m2);
// block 5
$a2 = $a3; if (isset($a2[1])) $a2[1] = w((w(array_sum([])) - (6 + 65535)));
if (!($i4 < 38)) {
	if (($s2 === '010')) {
		$i0 = w((2147483647 >> 2));
		unset($m0['abc']);
		if ((!isset($m1['x']) xor false)) {
			[$i1, $s3] = [w(($i4 - count($a3))), cut($s2)];
		} elseif (($s4 === '0')) {
			$s1 .= cut('3.5'); $s1 = cut($s1);
			$a3[] = $i3; $a3 = lim($a3);
		} else {
			$f1 = fmod(round((($i2 - $i0) / 8), 2), 1e7);
		}
	} else {
		$f1 = fmod(((2e3 * -3.75) - $f2), 1e7);
		for ($L10 = 0; $L10 < 5; $L10++) {
			if (++$steps > 4000) break;
			$i1 = w((~array_reduce($a1, fn($c, $x) => w($c * 2 + $x), 85)));
			$i1 = w($i1 + $L10);
		}
	}
}
$L11 = 3;
while ($L11-- > 0) {
	if (++$steps > 4000) break;
	$m1['x'] ??= null;
}
$L12 = 0;
do {
	$a1 = $a1; if (isset($a1[1])) $a1[1] = w(((6 + 0b1011) <=> w(($a0[0] ?? 36) * $i2)));
} while (++$L12 < 1 && ++$steps < 4000);
state('b5', $i3, $i4, $s1, $f2, $a2, $m1);
// block 6
$s3 = cut(substr('59', 0));
$s3 = cut(substr(cut(cut(str_repeat($s3, 3)) . number_format(fmod(7.0, 10000), 2)), 4, 1));
state('b6', $i3, $i0, $s2, $f2, $a3, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
