<?php
// phpfuzz-lite seed 61
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
	$L1 = 0;
	do {
		unset($m0['zebra']);
		$f0 = fmod($f1, 1e7);
	} while (++$L1 < 3 && ++$steps < 4000);
	unset($m0['bacab']);
	if (isset($m0['zebra'])) {
		[$i1, $s1] = [w($i0), cut(strtr('6', 'abc', 'xyz'))];
	} elseif (false) {
		unset($m0['10']);
		$m0['10'] ??= 6;
	}
	return w(match (($i1 % 10) % 4) { 0 => w(($i1 % 12) ** 0), 1, 2 => max(6, 0), default => $i0 });
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	$i0 ^= 49;
	if (($i0 < 53)) {
		$s1 .= cut(substr($s1, 0)); $s1 = cut($s1);
	} else {
		$i0 = w((((int) array_search((int) ($m1['World'] ?? 6), []) <=> min($i1, $i1, $i0)) | (4 <=> $i0)));
	}
	return w(w((($i0 - $i1) % 12) ** 2));
}
$i0 = 142; $i1 = -44; $i2 = 138; $i3 = -37; $i4 = 103; $i5 = 142; $f0 = 2.75; $f1 = 2.75; $f2 = 2.75; $s0 = '3.5'; $s1 = '0'; $s2 = 'World'; $s3 = 'foo_bar'; $s4 = '010'; $a0 = [-6, 32, -9]; $a1 = [-2, 49, 8, 34, -7]; $a2 = [42, 3, 49]; $a3 = [33, 47]; $m0 = ['Zed' => 27]; $m1 = ['cab' => 18, '12' => 39]; $m2 = ['3.5' => 13, 'abc' => 2, 'ab' => 8];
// block 0
for ($L4 = 0; $L4 < 5; $L4++) {
	if (++$steps > 4000) break;
	$s4 .= cut(sprintf('%.2f|%8.3f|%e', fmod($f2, 10000), fmod(2e3, 10000), fmod($f0, 10000))); $s4 = cut($s4);
	$i4 -= 34;
	$i1 = w($i1 + $L4);
}
$i4 = w(intdiv($i5, 101));
state('b0', $i4, $i0, $s2, $f2, $a1, $m0);
// block 1
$i5 += 22;
$s1 .= cut(strtr('Zed', 'abc', 'xyz')); $s1 = cut($s1);
array_pop($a3);
state('b1', $i2, $i4, $s4, $f1, $a0, $m1);
// block 2
$L5 = 0;
do {
	if (($i1 < 71)) {
		foreach (array_fill(0, 4, $i2) as $L7 => $e7) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e7 - $L7);
			$i3 ^= 4;
			$a0 = $a0; if (isset($a0[1])) $a0[1] = w(43);
		}
	} elseif (($i2 < 39)) {
		switch ((($i2 > $i2) ? ($a0[0] ?? 48) : $i5) % 4) {
		case 0:
			$s1 .= cut(sprintf('%.2f|%8.3f|%e', round(fmod(100.0, 500)), fmod($f0, 10000), fmod($f1, 10000))); $s1 = cut($s1);
			break;
		case 1:
			$a2 = lim($a1);
		case 2:
			$a1 = lim(lim(array_merge(array_map(null, sorted([$i3, -3, -10])), array_reverse(array_map(fn($x) => w($x * 61 + $i4), $a1)))));
			break;
		default:
			$s1 .= cut($s4); $s1 = cut($s1);
			break;
		}
	} else {
		$i5 ^= 47;
	}
} while (++$L5 < 4 && ++$steps < 4000);
$m0['caba'] ??= null;
state('b2', $i4, $i4, $s3, $f1, $a3, $m0);
// block 3
switch (-11 % 4) {
case 0:
	$a2 = lim(array_values(array_filter($a2, fn($x) => $x % 3 != 3)));
	break;
case 1:
	$m1['Zed'] ??= null;
	break;
case 2:
	$f0 = fmod((-3.75 * 0.1), 1e7);
	break;
default:
	$s4 = cut((string) 1_000);
}
foreach ($a2 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
$s2 = cut((($m1['3.5'] ?? 'none') . ''));
$f0 = fmod($f2, 1e7);
state('b3', $i4, $i1, $s2, $f2, $a2, $m1);
// block 4
$a1[] = 7; $a1 = lim($a1);
array_splice($a1, 1, 1);
$a0 = $a1; if (isset($a0[1])) $a0[1] = w(3);
state('b4', $i0, $i4, $s0, $f0, $a1, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
