<?php
// phpfuzz-lite seed 34
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
	for ($L1 = 0; $L1 < 1; $L1++) {
		if (++$steps > 4000) break;
		$s0 .= cut(str_replace('b', 'Key', substr($s1, 0, 9))); $s0 = cut($s0);
		$i0 = w((int) array_search(41, [substr_count($s1, 'a'), $i1, ($i0 & -14)]));
		$i0 = w($i0 + $L1);
	}
	$f0 = fmod((round((- $f1), 4) * 0.1), 1e7);
	$s0 = cut('87');
	if (!($i0 < 2)) {
		unset($m0['y1']);
		[$i1, $s1] = [w(min($i0, 3, 1)), cut(cut((($m0['ab'] ?? 'none') . '') . '12'))];
	} elseif (($i0 > $i0)) {
		$a0[] = (int) ($m0['010'] ?? -19); $a0 = lim($a0);
	} else {
		$i1 = w((int) ($i0 < 0));
	}
	[$i0, $s0] = [w((68 - 4)), cut(cut('hello' . $s1))];
	return w(abs(75));
}
$i0 = 124; $i1 = 87; $i2 = 83; $i3 = 94; $i4 = 135; $i5 = 142; $f0 = 2.75; $f1 = 33.0; $f2 = 33.0; $s0 = 'bacab'; $s1 = 'caba'; $s2 = 'foo_bar'; $s3 = 'bacab'; $s4 = 'foo_bar'; $a0 = [22, 24, 5, 43]; $a1 = [26, 23, 21]; $a2 = [-3, 28, 41]; $a3 = []; $m0 = ['3.5' => 2]; $m1 = ['cab' => 1]; $m2 = ['zebra' => 34, 'bacab' => 31, '12' => 7];
// block 0
$a3[] = max(w(4 << 2), ($i4 & $i0)); $a3 = lim($a3);
$a3[] = $i4; $a3 = lim($a3);
[$i5, $s1] = [w(91), cut(number_format(fmod(0.1, 10000), 2))];
state('b0', $i0, $i4, $s2, $f2, $a0, $m2);
// block 1
foreach ([$i0, w($i2 << 4), $i0] as $L3 => $e3) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e3 - $L3);
	$L4 = 2;
	while ($L4-- > 0) {
		if (++$steps > 4000) break;
		$L5 = 2;
		while ($L5-- > 0) {
			if (++$steps > 4000) break;
			$m0['zebra'] = 68;
		}
		if ((($i1 < 4) && true)) {
			$a0 = $a0; if (isset($a0[1])) $a0[1] = w(($i5 ^ (56 <=> $i4)));
			$a1 = lim($a2);
		}
	}
	for ($L7 = 0; $L7 < 4; $L7++) {
		if (++$steps > 4000) break;
		unset($m1['3.5']);
		$i1 = w($i1 + $L7);
	}
}
switch (($i4 + $i2 * (int) ($m1['0'] ?? 0) % 100 - strlen($s3)) % 10007 % 4) {
case 0:
	[$i4, $s2] = [w(3), cut((string) 100.0)];
	break;
case 1:
	$s2 .= cut((string) 0b1011); $s2 = cut($s2);
	break;
case 2:
	$a3 = lim([(($i4 % 101) & $i2), ((true ? $f1 : $f0) <=> -3.75), intdiv($i5, 16)]);
	break;
default:
	$i5 ^= 45;
	break;
}
state('b1', $i3, $i5, $s3, $f2, $a1, $m1);
// block 2
$s2 = cut(bin2hex(substr(cut(substr_replace($s2, 'Key', 1, 2) . $s3), 0, 5)));
for ($L9 = 0; $L9 < 5; $L9++) {
	if (++$steps > 4000) break;
	if (('World' == 77)) {
		if ((('6' < $s4) && ($s3 === 'foo_bar'))) {
			$i2 = w($i0);
		} else {
			$a0 = lim($a2);
			$i4 = w($i5);
		}
		foreach ($m2 as $L12 => $val) {
			$s0 = cut($s0 . $L12 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L12)));
		}
		[$i0, $s1] = [w(count($a3)), cut(chr(97 + abs($i0) % 26))];
	}
	foreach ($a0 as &$ref) { $ref = w($ref * 6 + 1); } unset($ref);
	foreach ($m2 as $L14 => $val) {
		$s0 = cut($s0 . $L14 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L14)));
	}
	if (($i5 < -11)) break;
	$i0 = w($i0 + $L9);
}
$m1['ab'] ??= count($a1);
for ($L15 = 0; $L15 < 2; $L15++) {
	if (++$steps > 4000) break;
	if (ctype_free((string) 017)) {
		[$i3, $s3] = [w(match ($i3 % 4) { 0 => 81, 1, 2 => 97, default => ($a2[0] ?? 18) }), cut("bacab{$i3}-$s4")];
	}
	for ($L17 = 0; $L17 < 1; $L17++) {
		if (++$steps > 4000) break;
		foreach ($a1 as $L18 => $e18) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e18 - $L18);
			$i5 -= 31;
			$s4 = cut('qq');
		}
		$i1 = w($i1 + $L17);
	}
	unset($m0['World']);
	if (($i3 > $i2)) break;
	$i1 = w($i1 + $L15);
}
state('b2', $i2, $i3, $s0, $f0, $a2, $m0);
// block 3
$m1['hello'] ??= $f2;
if (((~$i5) !== (($a0[0] ?? 19) + 60))) {
	if (($i4 < 3)) {
		if (('ab' < $s1)) {
			$s3 = cut(substr($s4, 0));
		} elseif (empty($a1)) {
			[$i5, $s1] = [w(count($a3)), cut($s3)];
		}
		if ((!($i5 > $i5) || ($i0 <= count($a3)))) {
			$f0 = fmod($f1, 1e7);
			$m2['y1'] ??= null;
			$f1 = fmod(((($f0 + $f2) + floor(7.0)) * 7.0), 1e7);
		}
	} else {
		[$i0, $s1] = [w(count($a2)), cut(substr($s1, 2))];
	}
	foreach ($a0 as &$ref) { $ref = w($ref * 5 + 1); } unset($ref);
} elseif (($i4 == $i2)) {
	if (!(true < 'bacab')) {
		$i1 = w(4);
		$i5 = w(((($f2 * 100.0) / 4) <=> $f2));
	}
	[$i4, $s2] = [w(91), cut(addslashes($s0))];
}
$i5++;
$a0[] = (round(0.1, 2) <=> $f0); $a0 = lim($a0);
state('b3', $i5, $i1, $s2, $f2, $a2, $m2);
// block 4
if ((isset($m0['x']) && ($i1 !== 19))) {
	$a2 = $a3; if (isset($a2[1])) $a2[1] = w((($i3 <=> $i5) & w($i2 * $i0)));
	for ($L26 = 0; $L26 < 5; $L26++) {
		if (++$steps > 4000) break;
		$s4 = cut(ucfirst(strtolower('ab')));
		switch ($i2 % 4) {
		case 0:
			$a1 = lim($a3);
			break;
		case 1:
			$s2 .= cut(ucwords($s2)); $s2 = cut($s2);
			break;
		case 2:
			array_splice($a3, 1, 1);
			break;
		default:
			[$i3, $s3] = [w($i5), cut($s3)];
			break;
		}
		if (in_array(7, $a0)) break;
		$i0 = w($i0 + $L26);
	}
	foreach ($m1 as $L28 => $val) {
		$s0 = cut($s0 . $L28 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L28)));
	}
} elseif (isset($m2['Key'])) {
	if (($i1 > $i4)) {
		if (($i5 < 3)) {
			$i3 = w(((ord('010') + ($i0 + $i4)) + ($i2 - 3)));
		}
		$i4 = w((count($a2) - ((strlen($s0) | $i0) ^ (017 % 3))));
	} elseif ((isset($m0['cab']) && true)) {
		$a2 = lim(lim(array_merge([$i5, abs($i1), $i4], array_map(fn($x) => w($x * 67 + $i2), $a3))));
	}
	for ($L31 = 0; $L31 < 1; $L31++) {
		if (++$steps > 4000) break;
		[$i0, $s3] = [w(count($a3)), cut((string) 79)];
		if (($s1 == bin2hex(substr('25', 0, 5)))) {
			rsort($a1);
			$i1 = w(4);
		} else {
			unset($m0['010']);
			$a2 = lim($a2);
		}
		$L33 = 3;
		while ($L33-- > 0) {
			if (++$steps > 4000) break;
			[$i4, $s4] = [w($i2), cut((string) $f2)];
			rsort($a3);
			$f2 = fmod(((($i1 - strlen($s4)) >> 4) / 8), 1e7);
		}
		$i1 = w($i1 + $L31);
	}
}
foreach (array_values(array_diff(array_merge(...array_chunk($a3, 2)), lim([...$a3, $i4, ...[count($a2), $i4, -3]]))) as $L34 => $e34) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e34 - $L34);
	rsort($a1);
}
state('b4', $i4, $i1, $s3, $f0, $a1, $m1);
// block 5
$a1 = lim($a1);
if (false) {
	foreach (array_map('ord', str_split(cut('ab' . '.'))) as $L36 => $e36) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e36 - $L36);
		switch ($i0 % 4) {
		case 0:
			$f0 = fmod($f0, 1e7);
		case 1:
			$i1 = w(match ($i4 % 4) { 0 => (($i5 + 91) & (~$i3)), 1, 2 => ((($a3[2] ?? 39) <= $i0) ? w(array_sum($a2)) : $i1), default => $i4 });
			break;
		case 2:
			unset($m2['bacab']);
		default:
			$a2 = $a2; if (isset($a2[1])) $a2[1] = w(($i3 + intdiv($i1, 2)));
		}
	}
	foreach ([w(array_sum([strlen($s0)])), (int) array_search(7, $a3), 55] as $L38 => $e38) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e38 - $L38);
		$a1 = lim([ord("010{$i1}-$s2"), (int) ($m1['0'] ?? 57), $i1]);
		$i4++;
	}
}
state('b5', $i3, $i3, $s1, $f1, $a1, $m0);
// block 6
rsort($a0);
$f1 = fmod(0.5, 1e7);
$i5 = w(((w(array_sum($a2)) - w(61 << 4)) ?: (($i0 < -17) ? w($i1 * $i0) : (- $i3))));
foreach ((($i5 == 20) ? (($i0 < 3) ? $a3 : []) : range(0, 11)) as $L39 => $e39) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e39 - $L39);
	$a2 = $a1; if (isset($a2[1])) $a2[1] = w($i1);
	$i3 = w(87);
}
state('b6', $i4, $i4, $s2, $f2, $a2, $m1);
// block 7
$s0 .= cut((string) $i2); $s0 = cut($s0);
switch ($i2 % 4) {
case 0:
	$i4 ^= 5;
	break;
case 1:
	$a0 = lim($a3);
	break;
case 2:
	[$i1, $s4] = [w(($i5 % -3)), cut($s1)];
	break;
default:
	$i3 = w(strcmp('Key', ucwords((('hello')[2] ?? '_'))));
	break;
}
for ($L41 = 0; $L41 < 3; $L41++) {
	if (++$steps > 4000) break;
	switch ((017 & -19) % 4) {
	case 0:
		array_shift($a0);
		break;
	case 1:
		$i0 = w(strlen($s3));
	case 2:
		$i0 ^= 4;
		break;
	default:
		[$i4, $s0] = [w(fn_0($i4, count($a2))), cut('11')];
		break;
	}
	$i2 -= 2;
	for ($L43 = 0; $L43 < 2; $L43++) {
		if (++$steps > 4000) break;
		switch (min($i1, 41, $i1) % 4) {
		case 0:
			$a3 = lim($a0);
			break;
		case 1:
			array_pop($a0);
			break;
		case 2:
			$s0 = cut(strrev(wordwrap((($i5 < 97) ? '010' : '0'), 4, '/', true)));
			break;
		default:
			$s4 .= cut((empty($a0) ? $s4 : $s4)); $s4 = cut($s4);
			break;
		}
		foreach ($m2 as $L45 => $val) {
			$s0 = cut($s0 . $L45 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L45)));
		}
		if (($i3 > $i0)) continue;
		$i0 = w($i0 + $L43);
	}
	$i1 = w($i1 + $L41);
}
$i5++;
state('b7', $i4, $i4, $s1, $f0, $a0, $m2);
// block 8
$i4 |= 43;
$L46 = 5;
while ($L46-- > 0) {
	if (++$steps > 4000) break;
	$s0 .= cut('World'); $s0 = cut($s0);
	$i2 -= 38;
}
state('b8', $i5, $i3, $s3, $f2, $a1, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
