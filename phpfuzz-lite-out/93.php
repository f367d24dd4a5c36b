<?php
// phpfuzz-lite seed 93
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
	[$i0, $s1] = [w(w($i1 * $i0)), cut(substr('50', 4))];
	$m1['Key'] ??= 'a-b';
	$a0 = $a1; if (isset($a0[1])) $a0[1] = w(($i1 | $i0));
	return w((-2147483648 - (int) array_search(0b1011, [5])));
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	$i0--;
	$i1 = w(min(((int) cut(str_repeat($s1, 3)) % 997), strlen($s1), w((($i1 < 43) ? $i0 : $i1) << 4)));
	$a0 = lim($a0);
	$m1['a-b'] ??= strlen($s0);
	return w($i0);
}
$i0 = 45; $i1 = 24; $i2 = 94; $i3 = 25; $i4 = 120; $i5 = 82; $f0 = -1.125; $f1 = 0.5; $f2 = -1.125; $s0 = '1e1'; $s1 = '10'; $s2 = 'cab'; $s3 = 'Key'; $s4 = 'ab'; $a0 = []; $a1 = [16, 49]; $a2 = [45]; $a3 = [46, 48, 4]; $m0 = ['caba' => 11, '3.5' => 11, 'qq' => 5]; $m1 = []; $m2 = [];
// block 0
if (str_contains('5', 'b')) {
	$f1 = fmod($f1, 1e7);
} else {
	if (true) {
		$i0 = w((ucwords("abc{$i0}-$s4") <=> (($i5 == $i4) ? gettype('Key') : substr($s2, -1))));
		if (false) {
			$i2 |= 44;
		}
	}
}
array_shift($a1);
$m0['a-b'] ??= $s1;
switch (($i3 <=> $i0) % 4) {
case 0:
	$m1['12'] = null;
	break;
case 1:
	$s4 = cut('foo_bar');
	break;
case 2:
	$s2 = cut(decbin(abs($i2) % 512));
default:
	$m0['qq'] ??= strlen($s4);
}
unset($m1['12']);
state('b0', $i3, $i1, $s1, $f1, $a1, $m2);
// block 1
$s3 = cut(cut((("Key{$i4}-$s4")[0] ?? '_') . $s0));
$i3 = w(((int) fmod($f1, 10000) <=> $i2));
if (((0.1 * 7.0) >= $f0)) {
	$m0['foo_bar'] ??= (float) 98;
	array_pop($a1);
	$L6 = 0;
	do {
		if (($i1 === $i4)) {
			$i4 -= 33;
			$i0 -= 23;
		}
		$L8 = 0;
		do {
			$s2 = cut(gettype((1e-3 + $f2)));
			$a2 = lim(array_slice([(2 | $i4), w(crc32($s0)), 7], 0, 3));
		} while (++$L8 < 3 && ++$steps < 4000);
	} while (++$L6 < 5 && ++$steps < 4000);
} elseif (($s0 === 'a-b')) {
	$i3 -= 0;
} else {
	usort($a0, fn($p, $q) => $q % 10 <=> $p % 10);
}
state('b1', $i4, $i0, $s0, $f1, $a0, $m0);
// block 2
$a3[] = (w($i1 * $i4) ?: (int) fmod($f2, 10000)); $a3 = lim($a3);
if (($i1 < 46)) {
	foreach ($a3 as &$ref) { $ref = w($ref * 5 + 1); } unset($ref);
	foreach ($a2 as &$ref) { $ref = w($ref * 4 + 1); } unset($ref);
	$i4++;
} elseif (array_is_list($m0)) {
	unset($m2['zebra']);
}
$s3 = cut(ucwords(substr(decbin(abs(85) % 512), 2, 0)));
state('b2', $i3, $i0, $s4, $f0, $a2, $m0);
// block 3
for ($L12 = 0; $L12 < 5; $L12++) {
	if (++$steps > 4000) break;
	$a0 = $a2; if (isset($a0[1])) $a0[1] = w((($i5 == $i2) ? w($i3 << 3) : 3));
	[$i1, $s4] = [w((~$i0)), cut(strtoupper('0'))];
	$i0 ^= 8;
	$i1 = w($i1 + $L12);
}
if (isset($m1['qq'])) {
	foreach ($a1 as &$ref) { $ref = w($ref * 5 + 1); } unset($ref);
	$m1['3.5'] ??= null;
} elseif (($i5 < 53)) {
	$i0++;
	if (($i2 < 1e-3)) {
		$L16 = 1;
		while ($L16-- > 0) {
			if (++$steps > 4000) break;
			[$i3, $s3] = [w((strlen($s0) <=> $i1)), cut(substr($s4, 0))];
			$m1['12'] = floor((float) 4);
		}
	} else {
		$s3 = cut($s2);
	}
} else {
	switch ($i5 % 4) {
	case 0:
		$s3 = cut('29');
		break;
	case 1:
		$m0['010'] = substr('1e1', 0);
	case 2:
		$a0 = $a0; if (isset($a0[1])) $a0[1] = w(substr_count($s4, 'a'));
		break;
	default:
		$a3 = $a3; if (isset($a3[1])) $a3[1] = w(($i3 & (count($a2) + $i2)));
	}
}
unset($m0['zebra']);
sort($a2);
state('b3', $i0, $i2, $s4, $f0, $a3, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
