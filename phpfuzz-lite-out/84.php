<?php
// phpfuzz-lite seed 84
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($n, $m) { echo "<$n $m>"; return true; });
$steps = 0; $sum = '';
function w($x) { if (is_float($x)) $x = (int) fmod($x, 1000003.0); return $x % 1000003; }
function cut($s) { return strlen($s) > 40 ? substr($s, -40) : $s; }
function lim($a) { return count($a) > 14 ? array_slice($a, 0, 14) : $a; }
function sorted($a) { sort($a); return $a; }
function ctype_free($s) { return strlen($s) > 0 && $s[0] >= 'a'; }
function state($tag, ...$v) { global $sum; $t = json_encode($v); $sum = md5($sum . serialize($v)); echo $tag, ' ', strlen($t) > 400 ? md5($t) : $t, ' ', substr($sum, 0, 8), "\n"; }
$i0 = 54; $i1 = -35; $i2 = 60; $i3 = 141; $i4 = -36; $i5 = 107; $f0 = 33.0; $f1 = 0.5; $f2 = 0.5; $s0 = 'qq'; $s1 = 'zebra'; $s2 = '010'; $s3 = 'bacab'; $s4 = 'y1'; $a0 = [30, 8, 40, 23, 6]; $a1 = [25, 19]; $a2 = [43, 3]; $a3 = []; $m0 = ['0' => 38, '1e1' => 23]; $m1 = []; $m2 = ['abc' => 15, 'cab' => 13];
// block 0
unset($m1['10']);
for ($L1 = 0; $L1 < 3; $L1++) {
	if (++$steps > 4000) break;
	$i1--;
	$i0 = w($i0 + $L1);
}
$s1 = cut(cut(cut((string) $i0 . '10') . '15'));
state('b0', $i2, $i1, $s1, $f2, $a2, $m0);
// block 1
if ((87 <= ($a1[4] ?? 5))) {
	$s2 = cut(sprintf('%05d/%x/%s', ((2e3 == $i0) ? strlen($s1) : $i0), abs((w($i5 * $i4) >> 3)), cut(strrev($s1))));
	$s3 .= cut(cut('19' . (($m1['hello'] ?? 'none') . ''))); $s3 = cut($s3);
	foreach (array_merge(...array_chunk($a1, 2)) as $L3 => $e3) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e3 - $L3);
		foreach ($m0 as $L4 => $val) {
			$s0 = cut($s0 . $L4 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L4)));
		}
	}
} elseif (array_is_list($m0)) {
	[$i5, $s0] = [w(2147483647), cut(substr('Key', 1))];
	if ((($i0 & $i0) <= 0x7f)) {
		if (('12' < '76')) {
			$s3 .= cut('Zed'); $s3 = cut($s3);
			[$i1, $s1] = [w(017), cut((($m0['ab'] ?? 'none') . ''))];
			$a2 = lim(array_values(array_intersect([($i4 | $i1), (count($a3) + 76), (int) ($m0['abc'] ?? 7)], range(1, 13))));
		} else {
			array_pop($a1);
		}
		for ($L7 = 0; $L7 < 2; $L7++) {
			if (++$steps > 4000) break;
			$s1 .= cut((string) $i5); $s1 = cut($s1);
			$i1 = w($i1 + $L7);
		}
	} else {
		$i4 ^= 6;
		$i1 = w((int) (false && ('0' < '66')));
	}
}
$s1 .= cut($s4); $s1 = cut($s1);
state('b1', $i1, $i1, $s3, $f2, $a2, $m1);
// block 2
$L8 = 1;
while ($L8-- > 0) {
	if (++$steps > 4000) break;
	$s4 = cut((in_array($i5, $a0) ? (($m0['10'] ?? 'none') . '') : 'World'));
}
unset($m2['Key']);
usort($a3, fn($p, $q) => $q % 10 <=> $p % 10);
$a1[] = (($f2 <=> $f0) <=> w(array_sum($a2))); $a1 = lim($a1);
state('b2', $i0, $i5, $s2, $f0, $a0, $m2);
// block 3
$i2 += 8;
switch ($i4 % 4) {
case 0:
	$i1 ^= 5;
	break;
case 1:
	usort($a2, fn($p, $q) => $q % 10 <=> $p % 10);
	break;
case 2:
	sort($a1);
	break;
default:
	$i3--;
	break;
}
state('b3', $i3, $i4, $s4, $f1, $a2, $m1);
// block 4
if ((chr(97 + abs(19) % 26) < '35')) {
	$i1 = w(abs(2));
	foreach ([strlen($s2)] as $L11 => $e11) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e11 - $L11);
		$a3 = $a1; if (isset($a3[1])) $a3[1] = w(((- 79) + count($a1)));
		if ((isset($m1['0']) == ($i2 > $i4))) {
			[$i5, $s0] = [w(strlen($s3)), cut('Key')];
			unset($m2['a-b']);
			$a2[] = (- abs(0x7f)); $a2 = lim($a2);
		} elseif (empty($a0)) {
			array_pop($a2);
		} else {
			[$i4, $s3] = [w(($i2 ?: count($a0))), cut(substr($s0, 3, 1))];
			array_pop($a2);
		}
	}
	unset($m2['3.5']);
}
foreach ($a1 as &$ref) { $ref = w($ref * 4 + 1); } unset($ref);
for ($L14 = 0; $L14 < 1; $L14++) {
	if (++$steps > 4000) break;
	$i0 -= 19;
	$L15 = 1;
	while ($L15-- > 0) {
		if (++$steps > 4000) break;
		$s0 .= cut($s4); $s0 = cut($s0);
		if ((ctype_free($s0) xor ($i5 < 60))) {
			$s4 .= cut($s3); $s4 = cut($s4);
		} else {
			$i2 = w(0);
		}
	}
	$m2['10'] ??= ($a3[0] ?? 2);
	$i1 = w($i1 + $L14);
}
$a2 = lim(array_map('intval', array_keys($m2)));
$s3 = cut('36');
state('b4', $i4, $i5, $s2, $f0, $a3, $m2);
// block 5
$f2 = fmod(((((float) $i4 * 1e-3) - -3.75) + (7.0 - (true ? $f1 : $f1))), 1e7);
$m2['0'] ??= false;
$a2[] = w(48 << 1); $a2 = lim($a2);
$s1 .= cut($s1); $s1 = cut($s1);
$L17 = 3;
while ($L17-- > 0) {
	if (++$steps > 4000) break;
	for ($L18 = 0; $L18 < 2; $L18++) {
		if (++$steps > 4000) break;
		$s3 = cut(trim($s4));
		switch (count($a0) % 4) {
		case 0:
			$a0[] = $i1; $a0 = lim($a0);
		case 1:
			$i3--;
			break;
		case 2:
			$s1 = cut(strrev($s2));
			break;
		default:
			array_splice($a2, 1, 1);
		}
		if (!($i0 < 87)) {
			$s3 .= cut(nl2br($s4)); $s3 = cut($s3);
			$s1 = cut(bin2hex(substr((($m1['y1'] ?? 'none') . ''), 0, 5)));
			$i4 = w(4);
		} elseif ((count($a2) <= $i0)) {
			$i1++;
			unset($m2['bacab']);
		}
		$i1 = w($i1 + $L18);
	}
	if ((($s2 === '10') && ($i3 < 1))) {
		$i0--;
		if (("Key{$i4}-$s2" == cut(str_repeat('qq', 3)))) {
			$a3[] = $i2; $a3 = lim($a3);
			$a2[] = 90; $a2 = lim($a2);
		} elseif ((bool) $i5) {
			$a0 = $a3; if (isset($a0[1])) $a0[1] = w($i2);
			$i5--;
		} else {
			$s0 = cut($s2);
			$m0['y1'] = intdiv(017, 3);
		}
	} elseif (str_contains($s3, '-')) {
		$f0 = fmod(0.5, 1e7);
		$s3 .= cut((string) $i4); $s3 = cut($s3);
	}
}
state('b5', $i4, $i2, $s0, $f0, $a0, $m1);
// block 6
$a3 = $a1; if (isset($a3[1])) $a3[1] = w(38);
$a3 = lim($a1);
state('b6', $i2, $i2, $s4, $f0, $a2, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
