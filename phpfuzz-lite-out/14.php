<?php
// phpfuzz-lite seed 14
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
	$i1 |= 9;
	foreach ($a0 as $L1 => $e1) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e1 - $L1);
		$s1 .= cut('3.5'); $s1 = cut($s1);
		$s1 .= cut('World'); $s1 = cut($s1);
	}
	return w(($i0 ?: $i1));
}
$i0 = -18; $i1 = 141; $i2 = 8; $i3 = -50; $i4 = -32; $i5 = -2; $f0 = -1.125; $f1 = -1.125; $f2 = 2.75; $s0 = '3.5'; $s1 = '0'; $s2 = 'y1'; $s3 = 'x'; $s4 = 'bacab'; $a0 = [14, 47]; $a1 = [-4, 46, 41, -6, 17]; $a2 = [22, 41]; $a3 = [5, 0, 16]; $m0 = ['caba' => 6]; $m1 = []; $m2 = [];
// block 0
$m0['abc'] = null;
if (true) {
	$a3 = lim((empty($a0) ? [(isset($m2['abc']) ? $i0 : $i2), (int) ($i2 > $i0), 999983] : $a3));
	if (($i1 < 4)) {
		$i5++;
		if ((($a0[3] ?? 0) !== (count($a3) + 49))) {
			[$i0, $s0] = [w(count($a2)), cut(cut($s0 . $s1))];
			unset($m1['World']);
		} elseif (($i3 < 1)) {
			[$i3, $s4] = [w((int) true), cut(md5($s3))];
		} else {
			$s4 .= cut((($s1)[3] ?? '_')); $s4 = cut($s4);
		}
	} else {
		if (false) {
			$s1 .= cut($s2); $s1 = cut($s1);
		} else {
			$i4 ^= 24;
		}
		$i5++;
	}
	$a3 = $a1; if (isset($a3[1])) $a3[1] = w(95);
} else {
	$i5++;
}
$s2 = cut(str_pad('53', 8, '-', STR_PAD_LEFT));
for ($L6 = 0; $L6 < 1; $L6++) {
	if (++$steps > 4000) break;
	for ($L7 = 0; $L7 < 2; $L7++) {
		if (++$steps > 4000) break;
		$s4 = cut(addslashes($s3));
		for ($L8 = 0; $L8 < 4; $L8++) {
			if (++$steps > 4000) break;
			$i4++;
			$f2 = fmod(1e-3, 1e7);
			if (false) break;
			$i0 = w($i0 + $L8);
		}
		$i2--;
		$i0 = w($i0 + $L7);
	}
	$s2 .= cut(md5('ab')); $s2 = cut($s2);
	$a0 = lim(array_map(fn($x) => w($x * 5 + $i0), $a2));
	$i0 = w($i0 + $L6);
}
state('b0', $i1, $i0, $s2, $f2, $a3, $m0);
// block 1
if (empty($a1)) {
	foreach (array_values(array_intersect(sorted($a1), $a1)) as $L10 => $e10) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e10 - $L10);
		unset($m2['World']);
		if (($i0 > $i1)) {
			$i1 = w(33);
			$a3 = lim(array_values(array_unique($a1)));
		} elseif (($i5 == 1_000)) {
			$a3 = lim([count([-20, $i4, $i4]), strlen($s1), $i5]);
			$a1 = $a0; if (isset($a1[1])) $a1[1] = w($i3);
		}
	}
	$L12 = 4;
	while ($L12-- > 0) {
		if (++$steps > 4000) break;
		foreach ($a3 as $L13 => $e13) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e13 - $L13);
			$a2 = lim($a1);
			$a2 = $a0; if (isset($a2[1])) $a2[1] = w(count($a2));
		}
		if ((var_export($s0, true) == cut('12' . 'qq'))) {
			[$i4, $s4] = [w(((int) 'cab' % 997)), cut('a-b')];
			$m0['12'] = cut((($m2['x'] ?? 'none') . '') . $s1);
			$i5 = w($i2);
		} elseif ((($i3 < 73) || ($i3 > $i5))) {
			unset($m0['foo_bar']);
			$s0 = cut('hello');
		}
		$m0['Key'] ??= $s4;
	}
} else {
	$m1['abc'] = null;
}
foreach ($m1 as $L15 => $val) {
	$s0 = cut($s0 . $L15 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L15)));
}
switch (($i0 & $i2) % 4) {
case 0:
	$i3 = w(intdiv(strlen($s1), 2));
	break;
case 1:
	$m2['0'] ??= ($s0 === 'caba');
	break;
case 2:
	$a2 = lim([w(w(crc32($s2)) * 0x7f)]);
default:
	$a1 = lim(array_map('intval', array_keys($m1)));
	break;
}
state('b1', $i5, $i4, $s1, $f2, $a3, $m0);
// block 2
$i5++;
$s0 .= cut('qq'); $s0 = cut($s0);
state('b2', $i2, $i4, $s1, $f2, $a1, $m0);
// block 3
[$i3, $s3] = [w(-18), cut(bin2hex(substr($s1, 0, 5)))];
$m2['Key'] = bin2hex(substr($s4, 0, 5));
state('b3', $i5, $i2, $s2, $f1, $a1, $m0);
// block 4
foreach ($m1 as $L17 => $val) {
	$s0 = cut($s0 . $L17 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L17)));
}
unset($m1['x']);
state('b4', $i4, $i1, $s3, $f0, $a3, $m0);
// block 5
$m0['qq'] = $s2;
$m1['bacab'] = isset($m2['x']);
if ((((float) 017 - $f2) >= ((float) 0 + $f1))) {
	$s0 .= cut('12'); $s0 = cut($s0);
	$m1['1e1'] = ($f2 * 100.0);
	$s1 = cut(chr(97 + abs($i1) % 26));
} elseif ((($i2 > $i1) || isset($m1['bacab']))) {
	$i2 -= 47;
} else {
	unset($m0['caba']);
	$i1--;
}
state('b5', $i1, $i2, $s3, $f2, $a1, $m1);
// block 6
foreach (array_map(null, $a3) as $L19 => $e19) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e19 - $L19);
	$i1 = w(count([]));
}
if (($i1 > $i4)) {
	$i3++;
	if (((($i0 > $i5) || ($i4 < 98)) && str_contains($s1, 'a'))) {
		$i2 = w(w(array_sum($a0)));
		unset($m0['World']);
	} elseif (in_array(5, [])) {
		for ($L22 = 0; $L22 < 1; $L22++) {
			if (++$steps > 4000) break;
			$i5++;
			$s1 .= cut($s1); $s1 = cut($s1);
			$m1['1e1'] ??= (($m0['Key'] ?? 'none') . '');
			$i0 = w($i0 + $L22);
		}
	} else {
		for ($L23 = 0; $L23 < 3; $L23++) {
			if (++$steps > 4000) break;
			$i5 = w(w(array_sum($a0)));
			$a3 = $a3; if (isset($a3[1])) $a3[1] = w(w(array_sum(array_map(null, $a0))));
			$s0 .= cut(substr('abc', 0)); $s0 = cut($s0);
			if (($s0 === 'qq')) continue;
			$i1 = w($i1 + $L23);
		}
		unset($m1['qq']);
	}
	foreach (array_map('strlen', explode('a', dechex(abs(39)))) as $L24 => $e24) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e24 - $L24);
		for ($L25 = 0; $L25 < 3; $L25++) {
			if (++$steps > 4000) break;
			unset($m1['y1']);
			unset($m0['qq']);
			$m2['bacab'] ??= ($i0 < 39);
			$i0 = w($i0 + $L25);
		}
	}
} elseif (($i0 < 0)) {
	for ($L26 = 0; $L26 < 5; $L26++) {
		if (++$steps > 4000) break;
		unset($m0['10']);
		foreach ($a1 as &$ref) { $ref = w($ref * 3 + 1); } unset($ref);
		$s4 .= cut(substr($s1, -2)); $s4 = cut($s4);
		if (($s3 < $s3)) continue;
		$i0 = w($i0 + $L26);
	}
}
$L28 = 3;
while ($L28-- > 0) {
	if (++$steps > 4000) break;
	if (((59 & $i1) <= 0)) {
		switch ($i0 % 4) {
		case 0:
			$i1++;
			break;
		case 1:
			$a3 = $a3; if (isset($a3[1])) $a3[1] = w(1_000);
			break;
		case 2:
			[$i1, $s4] = [w(($i0 & $i5)), cut($s3)];
			break;
		default:
			$s4 = cut((string) ((float) $i3 - fmod(7.0, 7.5)));
			break;
		}
		if ((($i4 <= $i3) || ($i0 > $i5))) {
			$i2--;
			$m2['a-b'] ??= 1.25;
			$i4 = w((intdiv(fn_0(59, $i2), 9) ?: ($a3[1] ?? 3)));
		}
	} elseif ((($i0 < 51) && ($i5 < 1))) {
		switch ($i0 % 4) {
		case 0:
			unset($m1['Key']);
			break;
		case 1:
			$m0['12'] ??= 53;
			break;
		case 2:
			$a3[] = 1; $a3 = lim($a3);
			break;
		default:
			$i5 += 25;
			break;
		}
		for ($L33 = 0; $L33 < 5; $L33++) {
			if (++$steps > 4000) break;
			$i2 ^= 47;
			array_shift($a2);
			$s3 = cut($s4);
			$i1 = w($i1 + $L33);
		}
	}
	$m0['bacab'] = $i3;
}
state('b6', $i5, $i5, $s3, $f1, $a3, $m2);
// block 7
$i0 = w($i3);
foreach ($a2 as $L34 => $e34) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e34 - $L34);
	$i0--;
}
$a2[] = $i3; $a2 = lim($a2);
for ($L35 = 0; $L35 < 3; $L35++) {
	if (++$steps > 4000) break;
	$f0 = fmod((float) $i4, 1e7);
	$i1 = w($i1 + $L35);
}
state('b7', $i2, $i4, $s1, $f1, $a3, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
