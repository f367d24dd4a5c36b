<?php
// phpfuzz-lite seed 92
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = 125; $i1 = 135; $i2 = 71; $i3 = 15; $i4 = -10; $i5 = -11; $f0 = 33.0; $f1 = 33.0; $f2 = -1.125; $s0 = 'a-b'; $s1 = '010'; $s2 = 'y1'; $s3 = 'cab'; $s4 = 'caba'; $a0 = [1, 46, 25]; $a1 = [7, 13, 7, 34]; $a2 = [14, -6]; $a3 = []; $m0 = ['ab' => 39]; $m1 = ['10' => 34, 'x' => 23, 'foo_bar' => 10]; $m2 = ['caba' => 14, 'x' => 13];
// block 0
$a0 = $a1; if (isset($a0[1])) $a0[1] = w(0x7f);
[$i1, $s3] = [w((strpos($s0, 'c') === false ? 16 : 7)), cut(cut('hello' . (($m0['qq'] ?? 'none') . '')))];
state('b0', $i2, $i1, $s4, $f0, $a3, $m0);
// block 1
[$i1, $s2] = [w(w(array_sum([999983]))), cut((string) $i2)];
$s4 = cut((($m2['zebra'] ?? 'none') . ''));
rsort($a1);
$L1 = 2;
while ($L1-- > 0) {
	if (++$steps > 4000) break;
	$s3 .= cut(sprintf('%05d/%x/%s', $i4, abs($i1), cut($s3))); $s3 = cut($s3);
	$i1 = w(1);
	unset($m0['qq']);
}
state('b1', $i1, $i0, $s1, $f0, $a3, $m0);
// block 2
foreach ($a2 as $L2 => $e2) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e2 - $L2);
	$a0 = $a3; if (isset($a0[1])) $a0[1] = w(strlen($s3));
}
$f0 = fmod($f0, 1e7);
$m2['caba'] = floor(2e3);
$L3 = 0;
do {
	$s2 = cut(ucwords(cut(substr('Key', 0) . $s1)));
	switch (63 % 4) {
	case 0:
		$s2 = cut("x{$i3}-$s1");
		break;
	case 1:
		[$i0, $s3] = [w($i5), cut('Key')];
		break;
	case 2:
		[$i1, $s0] = [w(w(($i0 % 12) ** 2)), cut($s2)];
	default:
		array_shift($a0);
		break;
	}
} while (++$L3 < 5 && ++$steps < 4000);
state('b2', $i2, $i2, $s4, $f1, $a2, $m2);
// block 3
$i5 = w($i0);
foreach ($a3 as $L5 => $e5) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e5 - $L5);
	$m2['ab'] ??= count($a0);
}
if (empty($a0)) {
	foreach ($m2 as $L7 => $val) {
		$s0 = cut($s0 . $L7 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L7)));
	}
}
$a1[] = (min(-17, $i4, 7) >> 4); $a1 = lim($a1);
state('b3', $i3, $i2, $s2, $f0, $a3, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
