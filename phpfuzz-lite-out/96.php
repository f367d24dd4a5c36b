<?php
// phpfuzz-lite seed 96
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = -9; $i1 = 40; $i2 = 144; $i3 = 0; $i4 = -15; $i5 = 23; $f0 = 33.0; $f1 = 33.0; $f2 = 33.0; $s0 = 'y1'; $s1 = '1e1'; $s2 = 'Zed'; $s3 = '1e1'; $s4 = 'foo_bar'; $a0 = []; $a1 = [31, 2, 42, 48, -8]; $a2 = [9, 26, 47]; $a3 = []; $m0 = ['y1' => 4, 'Zed' => 38]; $m1 = []; $m2 = ['a-b' => 19];
// block 0
foreach ([w($i5 * $i4)] as $L1 => $e1) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e1 - $L1);
	$m2['a-b'] = $s0;
	$f0 = fmod((7.0 + $f2), 1e7);
}
switch ($i5 % 4) {
case 0:
	$m1['qq'] = ((int) 'foo_bar' % 997);
	break;
case 1:
	$s0 = cut('x');
	break;
case 2:
	$m2['zebra'] = null;
	break;
default:
	unset($m1['010']);
	break;
}
$m0['x'] = (int) ($m2['Zed'] ?? 2);
state('b0', $i4, $i5, $s1, $f2, $a0, $m1);
// block 1
foreach ($a2 as $L3 => $e3) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e3 - $L3);
	$a0 = $a1; if (isset($a0[1])) $a0[1] = w(7);
}
foreach ($m2 as $L4 => $val) {
	$s0 = cut($s0 . $L4 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L4)));
}
state('b1', $i0, $i2, $s3, $f2, $a3, $m1);
// block 2
unset($m2['bacab']);
switch (61 % 4) {
case 0:
	$s3 = cut($s0);
case 1:
	$i4 = w(65535);
	break;
case 2:
	$i1 = w(intdiv(39, 7));
	break;
default:
	unset($m1['1e1']);
}
state('b2', $i5, $i2, $s3, $f1, $a0, $m2);
// block 3
if ((round(-3.75, 3) >= ($f1 / 4))) {
	foreach (array_map('strlen', explode('z', wordwrap('3.5', 4, '/', true))) as $L7 => $e7) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e7 - $L7);
		unset($m0['abc']);
	}
	$L8 = 4;
	while ($L8-- > 0) {
		if (++$steps > 4000) break;
		if (str_contains('62', 'c')) {
			$s0 .= cut(trim('0')); $s0 = cut($s0);
			$m1['abc'] ??= isset($m0['Key']);
		}
	}
}
$i0 ^= 14;
if (!is_numeric($s4)) {
	$L11 = 5;
	while ($L11-- > 0) {
		if (++$steps > 4000) break;
		unset($m2['foo_bar']);
		$a1 = lim(array_values(array_filter(array_fill(0, 4, ($a0[1] ?? 4)), fn($x) => $x % 3 != 3)));
		$s3 = cut($s4);
	}
	$f1 = fmod(((null === ($i1 < 2)) ? 100.0 : $f0), 1e7);
} elseif ((6 !== strlen($s2))) {
	if (ctype_free(strtoupper('qq'))) {
		$s1 = cut($s4);
		if (($s2 === 'bacab')) {
			$i3++;
			unset($m1['y1']);
		} elseif ((($i4 < 81) || ($i2 > $i0))) {
			$a2 = lim([strcmp(substr('10', -2), '0')]);
			[$i1, $s4] = [w(($i3 | $i4)), cut(str_replace('a', 'cab', substr('10', 0, 9)))];
		}
		$f1 = fmod($f2, 1e7);
	} else {
		$s3 = cut(cut(strtoupper(cut(str_repeat($s2, 0))) . (string) (100.0 * 7.0)));
	}
} else {
	$m2['ab'] ??= null;
	for ($L14 = 0; $L14 < 4; $L14++) {
		if (++$steps > 4000) break;
		$a3 = $a2; if (isset($a3[1])) $a3[1] = w((match ($i2 % 4) { 0 => $i0, 1, 2 => 82, default => 22 } - (-16 + 0x7f)));
		if ((empty($a2) || true)) continue;
		$i1 = w($i1 + $L14);
	}
}
state('b3', $i0, $i2, $s1, $f0, $a3, $m0);
// block 4
$i0++;
$s3 = cut('caba');
$s2 = cut('36');
$i2++;
$L15 = 0;
do {
	$i1 = w(intdiv((((float) 24 - $f1) <=> round($f1, 2)), 64));
} while (++$L15 < 1 && ++$steps < 4000);
state('b4', $i1, $i4, $s0, $f0, $a2, $m0);
// block 5
$a2 = $a3; if (isset($a2[1])) $a2[1] = w($i2);
$f1 = fmod((in_array('x', $m1) ? (90 / 8) : fmod(round($f0, 1), 7.5)), 1e7);
state('b5', $i4, $i4, $s2, $f1, $a0, $m0);
// block 6
switch ($i2 % 4) {
case 0:
	$a0 = lim($a1);
	break;
case 1:
	$i3 = w(1_000);
case 2:
	$i0++;
	break;
default:
	unset($m2['cab']);
}
foreach (array_map('ord', str_split(cut($s4 . '.'))) as $L17 => $e17) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e17 - $L17);
	rsort($a0);
}
$L18 = 2;
while ($L18-- > 0) {
	if (++$steps > 4000) break;
	for ($L19 = 0; $L19 < 2; $L19++) {
		if (++$steps > 4000) break;
		if (($i4 < 50)) {
			$s2 = cut("ab{$i5}-$s3");
			$m0['abc'] = ctype_free('1e1');
		}
		$i2 -= 8;
		$i1 = w($i1 + $L19);
	}
	$a3 = lim([$i4]);
	for ($L21 = 0; $L21 < 2; $L21++) {
		if (++$steps > 4000) break;
		$i5++;
		$m2['a-b'] ??= '46';
		$i1 = w($i1 + $L21);
	}
}
for ($L22 = 0; $L22 < 5; $L22++) {
	if (++$steps > 4000) break;
	$i3 = w(($i4 - (- max($i5, strlen($s1)))));
	$i1 = w($i1 + $L22);
}
state('b6', $i2, $i1, $s1, $f0, $a3, $m2);
// block 7
unset($m0['010']);
$s4 = cut($s0);
$L23 = 2;
while ($L23-- > 0) {
	if (++$steps > 4000) break;
	$i3 = w($i1);
	$s4 = cut(dechex(abs((~7))));
	foreach ($a0 as &$ref) { $ref = w($ref * 4 + 1); } unset($ref);
}
state('b7', $i2, $i4, $s0, $f2, $a2, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
