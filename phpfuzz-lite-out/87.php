<?php
// phpfuzz-lite seed 87
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
	if (false) {
		unset($m0['x']);
	} elseif ((($s0 === 'ab') && ($i0 > $i1))) {
		unset($m1['12']);
	} else {
		[$i0, $s0] = [w((0x7f - 7)), cut($s1)];
	}
	$s1 = cut(cut(str_repeat(sprintf('%.2f|%8.3f|%e', fmod((float) $i1, 10000), fmod(1e-3, 10000), fmod(7.0, 10000)), 4)));
	return w((($s0 === 'cab') ? (- 0) : intdiv($i0, 2)));
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	$a0[] = 3; $a0 = lim($a0);
	if ((($i1 < 1) == $s0)) {
		$i1 = w(($i0 + (int) fmod($f0, 10000)));
		$a0 = lim((!($i0 > $i0) ? array_slice([strlen($s0), $i1, 0], 1, 1) : [w(array_sum($a1)), w($i0 * $i0), 56]));
		unset($m0['010']);
	} elseif ((85 <= 1_000)) {
		$i1 = w($i0);
	} else {
		$a0[] = match ((int) fmod($f1, 10000) % 4) { 0 => (int) fmod($f0, 10000), 1, 2 => $i0, default => strlen($s1) }; $a0 = lim($a0);
	}
	$i0 += 15;
	$a1 = lim([]);
	$f1 = fmod((($i1 >> 0) / 8), 1e7);
	return w(85);
}
$i0 = -42; $i1 = 28; $i2 = 23; $i3 = 51; $i4 = -13; $i5 = 124; $f0 = -1.125; $f1 = 2.75; $f2 = 33.0; $s0 = '3.5'; $s1 = 'a-b'; $s2 = 'caba'; $s3 = '12'; $s4 = 'zebra'; $a0 = []; $a1 = [48, 15]; $a2 = []; $a3 = []; $m0 = ['12' => 36]; $m1 = []; $m2 = ['y1' => 20, 'caba' => 2, 'hello' => 14];
// block 0
$a3 = $a1; if (isset($a3[1])) $a3[1] = w(max((strpos('010', '1') === false ? 5 : 7), $i4));
$i1 = w(65535);
state('b0', $i3, $i4, $s2, $f2, $a3, $m1);
// block 1
$s2 = cut('abc');
if (($s4 === null)) {
	for ($L4 = 0; $L4 < 3; $L4++) {
		if (++$steps > 4000) break;
		switch ($i3 % 4) {
		case 0:
			$i4 = w((int) fmod((float) 70, 10000));
		case 1:
			$m0['3.5'] ??= $s1;
			break;
		case 2:
			$m1['bacab'] ??= $s4;
			break;
		default:
			$i2--;
			break;
		}
		$a3 = lim($a2);
		$i0 = w($i0 + $L4);
	}
	array_splice($a3, 1, 1);
}
state('b1', $i2, $i2, $s4, $f1, $a3, $m0);
// block 2
$a2 = lim(array_reverse([($a3[0] ?? 2), (int) fmod(100.0, 10000), $i3]));
$a1[] = (ord('x') + intdiv(39, 16)); $a1 = lim($a1);
array_shift($a2);
state('b2', $i2, $i2, $s3, $f2, $a2, $m2);
// block 3
foreach ($a1 as &$ref) { $ref = w($ref * 6 + 1); } unset($ref);
switch ((($i3 < 68) ? $i3 : $i2) % 4) {
case 0:
	usort($a0, fn($p, $q) => $q % 10 <=> $p % 10);
	break;
case 1:
	$i1 -= 40;
	break;
case 2:
	$s2 = cut($s0);
	break;
default:
	$m2['Key'] ??= 'zebra';
	break;
}
$i1 |= 23;
state('b3', $i1, $i3, $s1, $f1, $a1, $m2);
// block 4
$i0 = w(((int) ($s2 == (($m2['zebra'] ?? 'none') . '')) + $i2));
switch ((int) array_search(strlen($s4), $a2) % 4) {
case 0:
	$f1 = fmod(fmod(($f1 * 100.0), 7.5), 1e7);
	break;
case 1:
	$f0 = fmod(0.5, 1e7);
	break;
case 2:
	$s2 .= cut('12'); $s2 = cut($s2);
default:
	$f0 = fmod($f1, 1e7);
	break;
}
state('b4', $i2, $i1, $s1, $f2, $a0, $m0);
// block 5
$i5 = w((3 | (int) array_search(min(($a0[0] ?? 6), $i0, $i0), $a0)));
foreach ($a1 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
state('b5', $i0, $i0, $s1, $f2, $a2, $m1);
// block 6
$m1['qq'] ??= '33';
if (((- $i0) !== $i2)) {
	foreach ([max(count($a3), $i1), (~2147483647), match (63 % 4) { 0 => $i0, 1, 2 => $i0, default => count($a1) }] as $L11 => $e11) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e11 - $L11);
		$i3 = w(fn_1(max((count($a2) ^ 0x7f), ($a3[0] ?? 38)), ($i4 >> 1)));
		[$i0, $s1] = [w((strlen($s2) - 30)), cut((string) 94)];
	}
} elseif (($i1 > $i0)) {
	$a3 = lim(array_map(null, array_map('strlen', explode('c', "Zed{$i3}-$s2"))));
} else {
	unset($m1['zebra']);
	for ($L12 = 0; $L12 < 1; $L12++) {
		if (++$steps > 4000) break;
		if (($i3 > $i1)) {
			$s4 .= cut($s4); $s4 = cut($s4);
			$m0['010'] = ($i4 < 11);
			$i1 += 14;
		} elseif ((($i3 < 3) || ($i0 < 2))) {
			$i1 -= 14;
			$a0 = $a2; if (isset($a0[1])) $a0[1] = w(count($a2));
		}
		$s4 = cut(cut(implode('z', array_map('ord', str_split(cut((string) $i0 . '.'))))));
		$i1 = w($i1 + $L12);
	}
}
state('b6', $i3, $i3, $s1, $f1, $a0, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
