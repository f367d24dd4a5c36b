<?php
// phpfuzz-lite seed 69
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = 24; $i1 = 40; $i2 = 56; $i3 = 138; $i4 = 36; $i5 = 88; $f0 = 0.5; $f1 = 2.75; $f2 = 0.5; $s0 = '3.5'; $s1 = 'World'; $s2 = 'caba'; $s3 = 'Key'; $s4 = '3.5'; $a0 = [40, 30, 38, 39, 20]; $a1 = [25, 15, 23, 42, 0]; $a2 = [45, 15]; $a3 = [-6, -3, 13, -6, 42]; $m0 = ['10' => 24, 'Key' => 8]; $m1 = []; $m2 = ['a-b' => 25, 'y1' => 3];
// block 0
$a2 = $a1; if (isset($a2[1])) $a2[1] = w((true ? $i5 : (($a1[1] ?? 5) - $i4)));
if (true) {
	if (($i5 > $i5)) {
		foreach ($a0 as $L3 => $e3) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e3 - $L3);
			$f0 = fmod(round((float) $i3, 1), 1e7);
		}
		$i4++;
		$m1['qq'] = 2e3;
	} elseif (is_numeric($s3)) {
		$m1['qq'] = null;
	} else {
		$a0[] = (int) ($m1['0'] ?? 6); $a0 = lim($a0);
	}
	foreach (array_values(array_filter(array_map(null, $a0), fn($x) => $x % 3 != 1)) as $L4 => $e4) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e4 - $L4);
		for ($L5 = 0; $L5 < 1; $L5++) {
			if (++$steps > 4000) break;
			$m0['zebra'] = 0;
			rsort($a3);
			$i1 = w($i1 + $L5);
		}
	}
}
state('b0', $i0, $i2, $s0, $f1, $a3, $m2);
// block 1
$a0 = $a0; if (isset($a0[1])) $a0[1] = w(match (strcmp('68', '10') % 4) { 0 => $i4, 1, 2 => w(crc32($s4)), default => $i1 });
[$i1, $s1] = [w(($i1 - $i0)), cut($s1)];
foreach (lim(array_merge([50, $i5, 83], $a1)) as $L6 => $e6) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e6 - $L6);
	if (($i5 < 55)) {
		$L8 = 0;
		do {
			array_pop($a1);
			unset($m2['bacab']);
		} while (++$L8 < 5 && ++$steps < 4000);
	} elseif (($s0 == '9')) {
		$a3 = lim(array_map(null, $a3));
		$m2['10'] = $i4;
	}
}
state('b1', $i1, $i1, $s4, $f0, $a3, $m1);
// block 2
unset($m2['qq']);
unset($m2['foo_bar']);
$s4 = cut(substr(sprintf('%05d/%x/%s', (int) empty($a1), abs($i0), cut(str_replace('c', 'x', substr($s3, 0, 9)))), 3));
state('b2', $i1, $i3, $s3, $f0, $a2, $m2);
// block 3
foreach ($m2 as $L9 => $val) {
	$s0 = cut($s0 . $L9 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L9)));
}
$i1--;
foreach ($m2 as $L10 => $val) {
	$s0 = cut($s0 . $L10 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L10)));
}
$i0 = w((int) array_search((19 & 56), $a2));
state('b3', $i0, $i4, $s4, $f2, $a3, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
