<?php
// phpfuzz-lite seed 60
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
	foreach (array_values(array_flip(array_flip($a0))) as $L1 => $e1) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e1 - $L1);
		$a0 = $a1; if (isset($a0[1])) $a0[1] = w((($i0 <=> $i1) + w($i1 << 3)));
	}
	foreach (array_values(array_unique([0x7f])) as $L2 => $e2) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e2 - $L2);
		$a0[] = $i0; $a0 = lim($a0);
		$a1[] = $i1; $a1 = lim($a1);
	}
	if (($f0 >= ($f1 - $f0))) {
		$i1 ^= 10;
		$s0 = cut(sprintf('%.2f|%8.3f|%e', fmod($f0, 10000), round(fmod((-3.75 * 2e3), 500)), round(fmod($f0, 500))));
	} else {
		$i1 -= 43;
	}
	return w((int) ($i1 < 6));
}
$i0 = 127; $i1 = 11; $i2 = 148; $i3 = 109; $i4 = 122; $i5 = -47; $f0 = 33.0; $f1 = 2.75; $f2 = 33.0; $s0 = 'ab'; $s1 = 'y1'; $s2 = 'y1'; $s3 = 'caba'; $s4 = 'caba'; $a0 = [48, 45, 21]; $a1 = [13, -8, 31]; $a2 = []; $a3 = [33, 8, 10, 32, 31]; $m0 = ['Key' => 38, 'ab' => 38, '12' => 32]; $m1 = ['foo_bar' => 0]; $m2 = ['ab' => 33, 'qq' => 25, 'qq' => 10];
// block 0
$i4 = w((strpos($s4, 'x') === false ? 1 : 7));
$m0['caba'] ??= null;
$a3 = lim($a2);
state('b0', $i3, $i0, $s0, $f2, $a3, $m0);
// block 1
[$i2, $s4] = [w(($i5 % 2)), cut('caba')];
for ($L4 = 0; $L4 < 3; $L4++) {
	if (++$steps > 4000) break;
	for ($L5 = 0; $L5 < 3; $L5++) {
		if (++$steps > 4000) break;
		unset($m0['10']);
		$m1['foo_bar'] ??= null;
		$i0 = w($i0 + $L5);
	}
	$i0 = w(88);
	$i2 = w($i3);
	$i1 = w($i1 + $L4);
}
for ($L6 = 0; $L6 < 4; $L6++) {
	if (++$steps > 4000) break;
	$a3 = $a3; if (isset($a3[1])) $a3[1] = w(substr_count("foo_bar{$i2}-$s2", 'a'));
	$i1 = w($i1 + $L6);
}
if (($i1 <= ($i0 ^ $i5))) {
	foreach ($m2 as $L8 => $val) {
		$s0 = cut($s0 . $L8 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L8)));
	}
	$i0 = w(-2147483648);
	$a1[] = count($a0); $a1 = lim($a1);
}
state('b1', $i2, $i0, $s1, $f2, $a1, $m0);
// block 2
$f2 = fmod(($f0 * 1e-3), 1e7);
$s3 .= cut($s2); $s3 = cut($s3);
$i4 = w(($i4 + -4));
if (($i4 > $i0)) {
	foreach (array_reverse($a2) as $L10 => $e10) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e10 - $L10);
		$i4++;
	}
}
state('b2', $i1, $i4, $s4, $f0, $a3, $m0);
// block 3
$s4 = cut((($m2['foo_bar'] ?? 'none') . ''));
sort($a1);
$a3 = lim(array_map('intval', array_keys($m2)));
for ($L11 = 0; $L11 < 5; $L11++) {
	if (++$steps > 4000) break;
	if ((isset($m2['12']) || (bool) null)) {
		$i3 = w(w(93 << 4));
	}
	if ((($s2 === '10') && (empty($a2) || ($i3 < 3)))) {
		$i1--;
		if ((($i4 < -13) || ((float) 65535 >= 1e-3))) {
			unset($m2['hello']);
			array_shift($a2);
		} elseif ((bool) $i5) {
			$i3 |= 32;
			unset($m0['x']);
		}
	} elseif ((false && ($i1 > $i1))) {
		$a2 = $a1; if (isset($a2[1])) $a2[1] = w(-2147483648);
		for ($L15 = 0; $L15 < 4; $L15++) {
			if (++$steps > 4000) break;
			$a2 = lim([]);
			array_shift($a2);
			$i1 = w($i2);
			$i0 = w($i0 + $L15);
		}
	}
	$s1 = cut(substr('Key', 2, 4));
	$i1 = w($i1 + $L11);
}
state('b3', $i1, $i1, $s3, $f2, $a0, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
