<?php
// phpfuzz-lite seed 74
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
	[$i0, $s1] = [w(($a0[1] ?? -4)), cut('47')];
	$a1[] = $i1; $a1 = lim($a1);
	return w(($a0[1] ?? -2));
}
$i0 = -17; $i1 = 131; $i2 = 23; $i3 = 97; $i4 = 58; $i5 = 65; $f0 = 0.5; $f1 = -1.125; $f2 = 2.75; $s0 = 'ab'; $s1 = 'x'; $s2 = 'a-b'; $s3 = '1e1'; $s4 = 'cab'; $a0 = []; $a1 = [-1, 12, 35, 45, 3]; $a2 = []; $a3 = [8]; $m0 = ['foo_bar' => 33, 'ab' => 27]; $m1 = ['qq' => 15, 'caba' => 10, '1e1' => 5]; $m2 = ['World' => 32];
// block 0
$a2 = lim($a0);
$L1 = 0;
do {
	[$i5, $s2] = [w(intdiv(-16, 16)), cut('bacab')];
} while (++$L1 < 2 && ++$steps < 4000);
state('b0', $i0, $i0, $s1, $f2, $a0, $m1);
// block 1
$i3 = w($i1);
$s3 = cut($s4);
state('b1', $i0, $i3, $s3, $f0, $a3, $m2);
// block 2
$m1['y1'] = wordwrap('foo_bar', 4, '/', true);
foreach ($a3 as $L2 => $e2) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e2 - $L2);
	unset($m0['hello']);
}
state('b2', $i5, $i3, $s2, $f0, $a2, $m2);
// block 3
$L3 = 5;
while ($L3-- > 0) {
	if (++$steps > 4000) break;
	unset($m0['Key']);
	unset($m0['zebra']);
}
if (($s4 === 'caba')) {
	$a2 = $a3; if (isset($a2[1])) $a2[1] = w(w(crc32(decbin(abs($i0) % 512))));
	$i5 -= 27;
	switch (count($a3) % 4) {
	case 0:
		$s0 .= cut('ab'); $s0 = cut($s0);
		break;
	case 1:
		$i1 = w($i3);
	case 2:
		$i5 += 46;
		break;
	default:
		$s0 .= cut($s0); $s0 = cut($s0);
		break;
	}
}
[$i1, $s3] = [w(fn_0($i0, $i1)), cut((($s0 === 'foo_bar') ? 'hello' : '79'))];
$a3 = $a3; if (isset($a3[1])) $a3[1] = w($i3);
$s2 .= cut($s2); $s2 = cut($s2);
state('b3', $i5, $i4, $s0, $f1, $a1, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
