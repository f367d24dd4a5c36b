<?php
// phpfuzz-lite seed 1
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = 81; $i1 = 56; $i2 = 18; $i3 = 71; $i4 = 127; $i5 = 57; $f0 = 2.75; $f1 = 2.75; $f2 = 33.0; $s0 = 'bacab'; $s1 = 'caba'; $s2 = 'a-b'; $s3 = 'y1'; $s4 = 'Zed'; $a0 = [47, 49, 5]; $a1 = [42, -1, 36, 7, 9]; $a2 = []; $a3 = []; $m0 = ['x' => 34, 'y1' => 18]; $m1 = ['a-b' => 33, 'ab' => 32]; $m2 = [];
// block 0
$s3 .= cut('37'); $s3 = cut($s3);
for ($L1 = 0; $L1 < 3; $L1++) {
	if (++$steps > 4000) break;
	[$i4, $s2] = [w(w(array_sum([-17, $i0, $i0]))), cut($s1)];
	$i0 = w($i0 + $L1);
}
state('b0', $i4, $i4, $s1, $f2, $a3, $m1);
// block 1
if (($s4 === 'Key')) {
	$s1 .= cut($s1); $s1 = cut($s1);
	$f2 = fmod(1.25, 1e7);
}
$a1 = $a1; if (isset($a1[1])) $a1[1] = w(6);
$a0[] = (($f0 + 7.0) <=> 2e3); $a0 = lim($a0);
foreach ($m1 as $L3 => $val) {
	$s0 = cut($s0 . $L3 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L3)));
}
state('b1', $i2, $i5, $s4, $f2, $a3, $m1);
// block 2
for ($L4 = 0; $L4 < 3; $L4++) {
	if (++$steps > 4000) break;
	$m0['0'] ??= isset($m2['y1']);
	$i3++;
	$i4++;
	$i0 = w($i0 + $L4);
}
$a0[] = 65; $a0 = lim($a0);
$i3 |= 17;
array_shift($a3);
state('b2', $i2, $i4, $s3, $f0, $a0, $m2);
// block 3
if (($s2 === 'a-b')) {
	$a2[] = $i1; $a2 = lim($a2);
	$i3 |= 9;
} elseif (($f1 == $i0)) {
	$m0['abc'] ??= null;
} else {
	if ((bool) (($m0['1e1'] ?? 'none') . '')) {
		for ($L7 = 0; $L7 < 1; $L7++) {
			if (++$steps > 4000) break;
			$s1 = cut(strtoupper(str_pad($s4, 8, 'z', STR_PAD_LEFT)));
			if (empty($a0)) continue;
			$i0 = w($i0 + $L7);
		}
	}
	[$i0, $s1] = [w((int) ($i3 > $i0)), cut("3.5{$i2}-$s2")];
}
$i1 = w($i2);
if (((($i0 < 6) || ($i0 < 56)) xor ('17' < 'a-b'))) {
	unset($m1['12']);
	unset($m2['0']);
} elseif ((true && ($i4 < 13))) {
	$f2 = fmod($f1, 1e7);
	$i2 -= 4;
}
[$i4, $s4] = [w($i5), cut(wordwrap($s3, 4, '/', true))];
[$i1, $s3] = [w(count($a0)), cut(sprintf('%05d/%x/%s', $i3, abs($i2), cut((($m1['a-b'] ?? 'none') . ''))))];
state('b3', $i5, $i0, $s2, $f2, $a2, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
