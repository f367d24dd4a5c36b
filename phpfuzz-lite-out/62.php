<?php
// phpfuzz-lite seed 62
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = -3; $i1 = 37; $i2 = -16; $i3 = 88; $i4 = 74; $i5 = -34; $f0 = 33.0; $f1 = 0.5; $f2 = 0.5; $s0 = '0'; $s1 = '10'; $s2 = 'bacab'; $s3 = '1e1'; $s4 = '10'; $a0 = [21]; $a1 = [1, 23, 36, 39, 21]; $a2 = [38, -9, 17]; $a3 = [40, 0]; $m0 = ['Zed' => 20]; $m1 = ['12' => 39, 'bacab' => 6]; $m2 = ['ab' => 30];
// block 0
$a2[] = (- abs(7)); $a2 = lim($a2);
$a2 = lim(array_map(fn($x) => w($x * 25 + ((int) false - ($i1 + 1_000))), range(3, 10)));
$f0 = fmod($f0, 1e7);
state('b0', $i5, $i4, $s4, $f0, $a2, $m2);
// block 1
for ($L1 = 0; $L1 < 2; $L1++) {
	if (++$steps > 4000) break;
	$a3[] = (($f0 <=> $f2) + abs(31)); $a3 = lim($a3);
	$s4 .= cut(bin2hex(substr((($m1['y1'] ?? 'none') . ''), 0, 5))); $s4 = cut($s4);
	$i0 = w($i0 + $L1);
}
$a0 = lim(array_map(fn($x) => w($x * 5 + $i3), lim(array_merge(lim([...$a1, $i4, ...$a0]), [$i5, 0x7f, 65535]))));
$a2 = lim([(((int) ($m1['bacab'] ?? 62) ?: 1) & (int) round(fmod(1e-3, 500))), ($a3[3] ?? 99), (int) fmod($f0, 10000)]);
state('b1', $i5, $i3, $s1, $f2, $a1, $m1);
// block 2
$L2 = 0;
do {
	$a1 = lim([25, $i3, $i5]);
	for ($L3 = 0; $L3 < 2; $L3++) {
		if (++$steps > 4000) break;
		$m0['hello'] ??= $s4;
		$i0 = w($i0 + $L3);
	}
} while (++$L2 < 4 && ++$steps < 4000);
[$i0, $s1] = [w(0x7f), cut(sprintf('%.2f|%8.3f|%e', fmod($f2, 10000), fmod($f1, 10000), fmod((float) $i3, 10000)))];
foreach ($a3 as $L4 => $e4) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e4 - $L4);
	unset($m0['10']);
}
usort($a3, fn($p, $q) => $q % 10 <=> $p % 10);
$f2 = fmod($f2, 1e7);
state('b2', $i2, $i1, $s2, $f0, $a3, $m0);
// block 3
rsort($a0);
$s4 = cut((('bacab' === $f2) ? $s3 : str_replace('z', 'foo_bar', substr(cut('7' . '14'), 0, 9))));
$i2 = w((max((($i5 > $i3) ? ($a0[0] ?? 80) : $i0), 2147483647) % -3));
if (false) {
	$a0[] = (min((int) ($m0['0'] ?? 33), strlen($s0), 67) + min(4, $i5, $i3) * (int) ($i3 < 96) % 100 - $i0) % 10007; $a0 = lim($a0);
}
if (true) {
	$a3[] = 4; $a3 = lim($a3);
}
state('b3', $i0, $i0, $s1, $f0, $a1, $m1);
// block 4
$a3 = lim(array_map(fn($x) => w($x * -19 + (999983 + array_reduce($a1, fn($c, $x) => w($c * 2 + $x), 94))), $a1));
$i5 ^= 9;
$s1 .= cut($s3); $s1 = cut($s1);
foreach (array_values(array_diff(array_map(fn($x) => w($x * -12 + $i0), $a1), range(4, 13))) as $L7 => $e7) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e7 - $L7);
	unset($m1['010']);
	$a3 = $a0; if (isset($a3[1])) $a3[1] = w((($i2 + $i4) - (49 ?: 32)));
}
state('b4', $i5, $i4, $s1, $f2, $a1, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
