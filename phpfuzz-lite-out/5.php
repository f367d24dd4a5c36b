<?php
// phpfuzz-lite seed 5
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = 43; $i1 = 141; $i2 = -21; $i3 = 126; $i4 = 128; $i5 = 100; $f0 = 0.5; $f1 = 2.75; $f2 = 33.0; $s0 = '010'; $s1 = 'qq'; $s2 = 'Zed'; $s3 = 'a-b'; $s4 = '10'; $a0 = [25, 23, 44]; $a1 = [8, 13, 11]; $a2 = [6, 2]; $a3 = []; $m0 = ['12' => 23]; $m1 = []; $m2 = ['x' => 12, 'a-b' => 31, 'a-b' => 3];
// block 0
foreach ([] as $L1 => $e1) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e1 - $L1);
	foreach ($a1 as $L2 => $e2) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e2 - $L2);
		$i1 = w(intdiv(w(array_sum($a2)), 5));
	}
}
rsort($a2);
array_shift($a0);
$i5 = w($i4);
state('b0', $i5, $i2, $s4, $f0, $a2, $m0);
// block 1
usort($a3, fn($p, $q) => $q % 10 <=> $p % 10);
if ((ucfirst(strtolower($s2)) == $s4)) {
	unset($m1['x']);
} elseif (($i0 > $i4)) {
	$s3 .= cut((($m2['qq'] ?? 'none') . '')); $s3 = cut($s3);
	foreach ([] as $L4 => $e4) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e4 - $L4);
		foreach ($a0 as $L5 => $e5) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e5 - $L5);
			$s2 = cut(chr(97 + abs((((float) $i1 + 100.0) <=> fmod($f0, 7.5))) % 26));
		}
		$s2 = cut(str_pad(str_pad(ucwords((($m0['Key'] ?? 'none') . '')), 8, 'a', STR_PAD_LEFT), 8, '1', STR_PAD_LEFT));
	}
}
$f1 = fmod(floor($f0), 1e7);
$L6 = 1;
while ($L6-- > 0) {
	if (++$steps > 4000) break;
	$a2 = $a0; if (isset($a2[1])) $a2[1] = w(substr_count((('y1')[0] ?? '_'), 'a'));
	switch (($i1 & $i3) % 4) {
	case 0:
		$f1 = fmod((match (w((count($a1) % 12) ** 3) % 4) { 0 => 4, 1, 2 => $i1, default => w((3 % 12) ** 0) } / 8), 1e7);
		break;
	case 1:
		$i1 += 34;
		break;
	case 2:
		$i4 = w((4 | (int) empty($a0)));
		break;
	default:
		$i4 = w(45);
		break;
	}
}
state('b1', $i5, $i1, $s4, $f2, $a3, $m2);
// block 2
$s2 = cut($s4);
switch ($i0 % 4) {
case 0:
	$i1 -= 48;
	break;
case 1:
	[$i3, $s3] = [w(-9), cut(strtoupper($s4))];
	break;
case 2:
	$i5++;
default:
	$i4 = w(16);
	break;
}
$s3 .= cut("hello{$i5}-$s2"); $s3 = cut($s3);
[$i2, $s4] = [w(-11), cut($s1)];
$a1[] = ((int) fmod($f1, 10000) - (true ? -17 : 29)); $a1 = lim($a1);
state('b2', $i3, $i4, $s3, $f2, $a1, $m1);
// block 3
$f0 = fmod(ceil((2e3 / 4)), 1e7);
$i4 = w(7);
$s4 .= cut($s0); $s4 = cut($s4);
state('b3', $i1, $i3, $s2, $f1, $a2, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
