<?php
// phpfuzz-lite seed 12
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
	if (($i1 < 6)) {
		$s1 = cut($s0);
		$m0['x'] = isset($m1['World']);
		$i0 = w((count($a0) + strlen($s0)));
	} elseif (($i1 < -9)) {
		array_pop($a1);
		unset($m1['y1']);
	} else {
		$i1 = w((- 999983));
	}
	$a1 = $a0; if (isset($a1[1])) $a1[1] = w((($i0 + strlen($s1)) % -3));
	unset($m1['hello']);
	return w(intdiv(($s0 <=> $s1), 101));
}
$i0 = 54; $i1 = 128; $i2 = 54; $i3 = 3; $i4 = 100; $i5 = 125; $f0 = -1.125; $f1 = 2.75; $f2 = 0.5; $s0 = 'y1'; $s1 = '12'; $s2 = 'bacab'; $s3 = 'qq'; $s4 = 'ab'; $a0 = [36, 49, 25]; $a1 = [46, 20, 29, 46]; $a2 = []; $a3 = []; $m0 = ['World' => 13, 'x' => 0, 'x' => 34]; $m1 = ['010' => 27]; $m2 = ['0' => 33];
// block 0
foreach (array_map('intval', array_keys($m2)) as $L2 => $e2) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e2 - $L2);
	unset($m2['Key']);
}
$a3 = lim(((6 == 25) ? $a2 : ((null == null) ? array_map('strlen', explode('z', $s1)) : array_map(null, []))));
$m1['3.5'] ??= null;
$i1 = w(($a0[1] ?? 7));
state('b0', $i3, $i4, $s2, $f2, $a0, $m1);
// block 1
$f0 = fmod($f1, 1e7);
$a2[] = 46; $a2 = lim($a2);
state('b1', $i2, $i4, $s4, $f1, $a0, $m1);
// block 2
if ((sqrt(abs($f1)) >= $f2)) {
	$i0 ^= 27;
	$i2 -= 45;
	if ((29 <= 7)) {
		$i4 = w($i1);
		unset($m2['cab']);
		foreach ($a0 as $L5 => $e5) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e5 - $L5);
			$a1 = $a1; if (isset($a1[1])) $a1[1] = w((!false ? $i1 : $i1));
		}
	} else {
		[$i2, $s3] = [w(w(($i0 % 12) ** 1)), cut(sprintf('%05d/%x/%s', $i4, abs($i3), cut('48')))];
	}
}
$i0 = w(w(((int) fmod($f2, 10000) % 12) ** 1));
$s0 = cut('x');
$a3[] = (-2 | w(24 * 1_000)); $a3 = lim($a3);
state('b2', $i0, $i4, $s3, $f1, $a1, $m1);
// block 3
$L6 = 3;
while ($L6-- > 0) {
	if (++$steps > 4000) break;
	for ($L7 = 0; $L7 < 5; $L7++) {
		if (++$steps > 4000) break;
		rsort($a0);
		$i1 = w($i1 + $L7);
	}
	foreach ([] as $L8 => $e8) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e8 - $L8);
		array_pop($a2);
	}
	$i5 += 34;
}
$i3 = w($i3);
if (($s3 === '1e1')) {
	$a2[] = (strlen($s0) - 2); $a2 = lim($a2);
} elseif (false) {
	$i1 = w((strlen($s0) + ((($a1[1] ?? 93) & $i3) ?: ($i1 + 14 * $i4 % 100 - 1_000) % 10007)));
}
if ((1_000 == intdiv((int) ($m1['zebra'] ?? -3), 64))) {
	$i3 -= 32;
} elseif (($i1 < 45)) {
	$a3 = $a0; if (isset($a3[1])) $a3[1] = w(abs(($f0 <=> -3.75)));
}
$m0['World'] ??= $s3;
state('b3', $i5, $i4, $s0, $f0, $a1, $m0);
// block 4
$m1['3.5'] ??= 0;
$a3[] = 1; $a3 = lim($a3);
$s2 = cut(str_replace('x', 'caba', substr($s4, 0, 9)));
$m1['Zed'] ??= true;
state('b4', $i2, $i5, $s2, $f1, $a1, $m0);
// block 5
if (($s3 === 'caba')) {
	if ((($i1 > $i1) && !($i2 < 73))) {
		switch (-19 % 4) {
		case 0:
			$a0[] = 2; $a0 = lim($a0);
			break;
		case 1:
			unset($m0['ab']);
			break;
		case 2:
			[$i5, $s2] = [w(w(array_sum($a1))), cut((($s1 === 'x') ? $s3 : $s3))];
			break;
		default:
			$s1 = cut('85');
		}
		[$i3, $s0] = [w((~strlen($s2))), cut((($m2['y1'] ?? 'none') . ''))];
	} elseif (true) {
		$m2['Zed'] = $s2;
		array_splice($a2, 1, 1);
	}
	$a2 = lim(lim(array_merge(lim([...array_map(null, $a0), 98, ...array_map('strlen', explode('x', '35'))]), array_pad(array_map('strlen', explode('c', '0')), 1, $i3))));
}
$i3++;
$i3 -= 36;
for ($L14 = 0; $L14 < 2; $L14++) {
	if (++$steps > 4000) break;
	$m1['abc'] ??= true;
	foreach ($a0 as &$ref) { $ref = w($ref * 5 + 1); } unset($ref);
	$i1 = w($i1 + $L14);
}
$i4 = w($i1);
state('b5', $i0, $i5, $s3, $f2, $a0, $m1);
// block 6
$i1 = w($i3);
$a3[] = (ceil($f2) <=> ((float) strlen($s2) + 2e3)); $a3 = lim($a3);
$a3[] = ((strpos('28', 'c') === false ? 86 : 7) + w($i0 << 3)); $a3 = lim($a3);
state('b6', $i1, $i1, $s2, $f2, $a1, $m0);
// block 7
for ($L16 = 0; $L16 < 5; $L16++) {
	if (++$steps > 4000) break;
	[$i4, $s0] = [w($i5), cut(decbin(abs(74) % 512))];
	for ($L17 = 0; $L17 < 3; $L17++) {
		if (++$steps > 4000) break;
		$s1 .= cut(substr($s3, 3)); $s1 = cut($s1);
		$i2 -= 19;
		$i2 -= 18;
		$i0 = w($i0 + $L17);
	}
	foreach ([] as $L18 => $e18) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e18 - $L18);
		$i1 -= 9;
		if (str_contains(substr('Key', -0), 'b')) {
			$a1 = lim($a2);
			$i0 = w(($a0[3] ?? 21));
			[$i3, $s2] = [w(w(crc32($s2))), cut($s1)];
		} else {
			$a0[] = ($f2 <=> (1.25 + $f2)); $a0 = lim($a0);
			$s1 = cut($s3);
		}
	}
	$i1 = w($i1 + $L16);
}
$i3 = w(((int) ($i0 < 30) & 0b1011));
$i3 = w($i5);
array_shift($a0);
state('b7', $i0, $i2, $s3, $f2, $a2, $m1);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
