<?php
// phpfuzz-lite seed 21
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
	$a0 = $a0; if (isset($a0[1])) $a0[1] = w(-5);
	$s0 .= cut(sprintf('%05d/%x/%s', $i1, abs($i0), cut($s1))); $s0 = cut($s0);
	return w($i0);
}
function fn_1($i0, $i1) {
	global $steps; $s0 = 'p'; $s1 = 'q'; $f0 = 1.5; $f1 = -2.0; $a0 = [1, 2]; $a1 = [$i0, 5]; $m0 = ['ab' => 1]; $m1 = [];
	if (($f1 >= $f1)) {
		$a1 = $a1; if (isset($a1[1])) $a1[1] = w(w($i1 * ($i0 % 101)));
		$i1 = w($i1);
	}
	switch (count($a0) % 4) {
	case 0:
		$a0[] = 71; $a0 = lim($a0);
		break;
	case 1:
		$i0 = w(($a0[0] ?? 82));
		break;
	case 2:
		$s0 = cut((($m1['ab'] ?? 'none') . ''));
	default:
		$a1 = lim(lim([...[substr_count($s1, 'a')], $i0, ...[($a1[3] ?? 58)]]));
		break;
	}
	return w((($a1[2] ?? 14) + 26));
}
$i0 = 140; $i1 = 140; $i2 = 146; $i3 = 4; $i4 = 61; $i5 = 132; $f0 = 0.5; $f1 = 2.75; $f2 = 2.75; $s0 = '12'; $s1 = 'caba'; $s2 = '10'; $s3 = 'Key'; $s4 = 'bacab'; $a0 = [0, 33, 46, 2, 50]; $a1 = [7, 14, 2]; $a2 = [21, 5, 13, 11, 27]; $a3 = [44]; $m0 = ['3.5' => 1, 'zebra' => 4]; $m1 = ['hello' => 19]; $m2 = [];
// block 0
$i5++;
$m1['hello'] ??= 'bacab';
foreach ($a2 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
array_shift($a0);
state('b0', $i0, $i4, $s3, $f0, $a2, $m2);
// block 1
$m2['10'] = substr($s2, 3);
if (($i4 > $i4)) {
	for ($L5 = 0; $L5 < 1; $L5++) {
		if (++$steps > 4000) break;
		[$i3, $s0] = [w($i3), cut(sprintf('%.2f|%8.3f|%e', fmod($f2, 10000), fmod($f1, 10000), fmod(1e-3, 10000)))];
		for ($L6 = 0; $L6 < 2; $L6++) {
			if (++$steps > 4000) break;
			$a0 = $a2; if (isset($a0[1])) $a0[1] = w((($i2 % 16) + (count($a1) ^ strlen($s0))));
			$f2 = fmod($f2, 1e7);
			$i1 = w($i1 + $L6);
		}
		$i1 = w($i1 + $L5);
	}
} elseif ((($i0 < 93) && empty($a3))) {
	foreach ($m2 as $L7 => $val) {
		$s0 = cut($s0 . $L7 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L7)));
	}
} else {
	$a1 = lim($a1);
}
foreach ($a1 as &$ref) { $ref = w($ref * 4 + 1); } unset($ref);
switch (34 % 4) {
case 0:
	$s2 = cut("12{$i2}-$s4");
	break;
case 1:
	$s3 = cut($s2);
case 2:
	$s3 = cut('y1');
	break;
default:
	$i3 += 22;
	break;
}
state('b1', $i5, $i3, $s3, $f2, $a1, $m1);
// block 2
$a0 = $a1; if (isset($a0[1])) $a0[1] = w($i1);
$s4 = cut($s2);
if (str_contains($s2, 'a')) {
	$i1 = w((str_starts_with('x', '-') ? array_reduce([($a0[4] ?? 20), $i4, ($a2[4] ?? 25)], fn($c, $x) => w($c * 2 + $x), 6) : max(strcmp('3.5', (($m0['010'] ?? 'none') . '')), (999983 & 73))));
	$m1['10'] = $i4;
	$i4 = w(((fn_0($i0, $i0) - (- 1)) + $i3));
}
if (($i3 > $i0)) {
	$m0['10'] ??= 'World';
	$L12 = 0;
	do {
		if (($f0 >= (float) 89)) {
			$a1 = lim(range(4, 10));
		} elseif (($i1 < $s0)) {
			$a1 = $a2; if (isset($a1[1])) $a1[1] = w($i1);
			$i4--;
		}
	} while (++$L12 < 2 && ++$steps < 4000);
	[$i3, $s3] = [w($i3), cut(substr_replace('World', '010', 1, 2))];
} elseif (str_starts_with($s2, '-')) {
	$a1 = lim($a0);
	$a3[] = $i1; $a3 = lim($a3);
} else {
	$i2 -= 49;
	unset($m1['ab']);
}
state('b2', $i0, $i4, $s1, $f1, $a3, $m1);
// block 3
$a1[] = 24; $a1 = lim($a1);
if (false) {
	$m2['foo_bar'] ??= $s1;
} elseif (!isset($m1['cab'])) {
	$f0 = fmod(floor((float) count($a0)), 1e7);
	unset($m0['zebra']);
}
foreach ($a2 as $L15 => $e15) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e15 - $L15);
	$s1 .= cut(substr($s1, -2)); $s1 = cut($s1);
}
state('b3', $i2, $i3, $s2, $f2, $a0, $m1);
// block 4
switch (intdiv($i0, 10) % 4) {
case 0:
	$a0 = lim(array_values(array_diff($a0, array_merge(...array_chunk((($s3 === 'qq') ? $a0 : $a3), 2)))));
	break;
case 1:
	$s2 = cut(str_replace('z', '010', substr(substr($s1, 3, 4), 0, 9)));
	break;
case 2:
	$i2--;
	break;
default:
	unset($m0['a-b']);
	break;
}
unset($m0['x']);
state('b4', $i3, $i2, $s2, $f1, $a0, $m1);
// block 5
foreach ($m0 as $L17 => $val) {
	$s0 = cut($s0 . $L17 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L17)));
}
$L18 = 0;
do {
	$a3 = lim([73, $i1, (int) ($m2['caba'] ?? 1)]);
} while (++$L18 < 4 && ++$steps < 4000);
if (($i0 < 1)) {
	$s4 = cut((isset($m0['3.5']) ? '18' : $s2));
} else {
	$m2['ab'] = cut(str_repeat($s1, 4));
}
state('b5', $i1, $i4, $s3, $f0, $a2, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
