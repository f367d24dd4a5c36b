<?php
// phpfuzz-lite seed 66
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
	switch ((isset($m0['bacab']) ? $i0 : 36) % 4) {
	case 0:
		$f1 = fmod(floor((fmod(2e3, 7.5) + ($f0 / 4))), 1e7);
		break;
	case 1:
		$i0--;
		break;
	case 2:
		$m0['a-b'] = ($s0 === 'Zed');
		break;
	default:
		$a1 = lim(array_map(fn($x) => w($x * 73 + intdiv(($a1[0] ?? 57), -3)), [count($a1), 92, $i1]));
	}
	$a1 = $a0; if (isset($a1[1])) $a1[1] = w((~(2147483647 - $i0)));
	$i1 = w((int) ($m0['12'] ?? 6));
	$s1 .= cut("0{$i0}-$s0"); $s1 = cut($s1);
	return w((($i1 - $i0) ?: ($i0 ^ $i1)));
}
$i0 = 110; $i1 = 58; $i2 = 115; $i3 = -12; $i4 = 145; $i5 = 25; $f0 = -1.125; $f1 = 2.75; $f2 = 2.75; $s0 = 'ab'; $s1 = '10'; $s2 = '010'; $s3 = 'qq'; $s4 = 'cab'; $a0 = [27, -2, 29, -2, 22]; $a1 = [31]; $a2 = []; $a3 = [50, 13, 17]; $m0 = []; $m1 = ['hello' => 2, '0' => 5, 'caba' => 25]; $m2 = ['0' => 10];
// block 0
if (($s2 < (string) $i0)) {
	$i4 = w(levenshtein('3.5', 'abcab'));
	$a1 = lim([7]);
} else {
	if (in_array('12', $m1)) {
		$i3 = w(0b1011);
	}
	$s1 = cut('cab');
}
$a1[] = array_reduce([$i0, $i2, 5], fn($c, $x) => w($c * 2 + $x), 4); $a1 = lim($a1);
for ($L4 = 0; $L4 < 4; $L4++) {
	if (++$steps > 4000) break;
	$s1 .= cut(sprintf('%05d/%x/%s', count($a2), abs(0x7f), cut($s2))); $s1 = cut($s1);
	$a3 = lim([(int) ($m2['zebra'] ?? 4), 2147483647, (strpos($s1, 'x') === false ? 39 : 7)]);
	$i3 = w((6 + 65535));
	$i1 = w($i1 + $L4);
}
state('b0', $i4, $i5, $s4, $f1, $a3, $m0);
// block 1
$L5 = 4;
while ($L5-- > 0) {
	if (++$steps > 4000) break;
	$i0 |= 8;
}
unset($m0['1e1']);
$a1 = lim([(int) fmod($f2, 10000), 0, ($i2 + $i2)]);
unset($m1['y1']);
state('b1', $i3, $i2, $s4, $f1, $a2, $m0);
// block 2
$s1 .= cut($s1); $s1 = cut($s1);
if (((($i5 < 64) && ($s2 === 'Zed')) xor ($s2 === 'caba'))) {
	$s2 .= cut($s4); $s2 = cut($s2);
} else {
	$s2 = cut(substr((($i1 < 1) ? $s0 : 'abc'), -1));
}
$a0[] = (- ($i0 | 017)); $a0 = lim($a0);
state('b2', $i4, $i0, $s2, $f2, $a3, $m1);
// block 3
if (isset($m2['a-b'])) {
	$s4 .= cut($s2); $s4 = cut($s4);
	foreach (array_slice([], 2, 2) as $L8 => $e8) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e8 - $L8);
		$f0 = fmod(100.0, 1e7);
	}
} elseif (false) {
	$a1 = lim([(- $i3)]);
	$i5--;
} else {
	$s2 .= cut((($m2['hello'] ?? 'none') . '')); $s2 = cut($s2);
}
$m1['x'] ??= count($a0);
unset($m0['Zed']);
$s3 .= cut(str_replace('x', '12', substr('bacab', 0, 9))); $s3 = cut($s3);
sort($a2);
state('b3', $i4, $i0, $s4, $f2, $a3, $m1);
// block 4
$f2 = fmod(0.5, 1e7);
$a3 = $a1; if (isset($a3[1])) $a3[1] = w((- count([$i3, 13, count($a1)])));
if (is_numeric('42')) {
	$f0 = fmod(($f2 - 7.0), 1e7);
}
$i3 ^= 18;
state('b4', $i1, $i4, $s3, $f1, $a0, $m0);
// block 5
foreach ($a3 as $L10 => $e10) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e10 - $L10);
	$m1['0'] = ($i3 < 64);
}
for ($L11 = 0; $L11 < 5; $L11++) {
	if (++$steps > 4000) break;
	foreach (array_slice(array_values(array_diff($a1, [strlen($s4)])), 0, 2) as $L12 => $e12) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e12 - $L12);
		for ($L13 = 0; $L13 < 1; $L13++) {
			if (++$steps > 4000) break;
			unset($m1['abc']);
			$i5 = w(($i2 | $i3));
			$s2 .= cut('a-b'); $s2 = cut($s2);
			$i1 = w($i1 + $L13);
		}
		if (((int) array_search($i4, $a1) == (int) array_search($i5, [$i3, $i5, $i2]))) {
			[$i0, $s2] = [w(-17), cut(dechex(abs($i3)))];
			sort($a3);
			$a1 = $a2; if (isset($a1[1])) $a1[1] = w((61 ^ $i5));
		}
	}
	$i1 = w($i1 + $L11);
}
switch (count($a3) % 4) {
case 0:
	$i3--;
	break;
case 1:
	$i3 = w($i1);
	break;
case 2:
	array_splice($a1, 1, 1);
	break;
default:
	$s2 .= cut($s3); $s2 = cut($s2);
}
state('b5', $i2, $i4, $s0, $f2, $a0, $m2);
// block 6
if (true) {
	$i3 += 34;
} elseif ((45 == $i2)) {
	foreach ([] as $L17 => $e17) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e17 - $L17);
		if (false) {
			$s3 .= cut(md5('85')); $s3 = cut($s3);
			$m2['abc'] ??= ($i0 < 32);
			$a0[] = (int) ($i5 <= $i0); $a0 = lim($a0);
		} elseif (isset($m0['a-b'])) {
			$s4 .= cut('3.5'); $s4 = cut($s4);
			$s2 .= cut(str_replace('b', 'qq', substr($s1, 0, 9))); $s2 = cut($s2);
		}
	}
} else {
	$a2 = lim([$i0, $i2, $i0]);
}
$i4--;
unset($m0['World']);
foreach ([] as $L19 => $e19) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e19 - $L19);
	if (in_array('World', $m1)) {
		foreach ($a2 as $L21 => $e21) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e21 - $L21);
			$s1 = cut('12');
		}
		$i2 = w(strcmp(cut(implode('1', $a1)), decbin(abs($i4) % 512)));
		foreach ($a2 as $L22 => $e22) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e22 - $L22);
			$i2 ^= 39;
			unset($m0['hello']);
		}
	} elseif (($s4 === 'qq')) {
		if (true) {
			$f0 = fmod(ceil($f2), 1e7);
			$i0--;
		} elseif ((($i4 > $i2) xor false)) {
			$a3 = lim($a1);
		}
		switch (((float) $i3 <=> $f2) % 4) {
		case 0:
			$i4--;
		case 1:
			$s1 = cut((($f1 == $s0) ? str_pad(cut(implode('1', $a3)), 8, 'z', STR_PAD_LEFT) : 'ab'));
			break;
		case 2:
			$m2['cab'] ??= 95;
			break;
		default:
			[$i5, $s1] = [w((count($a3) | 2147483647)), cut($s3)];
			break;
		}
	}
	unset($m1['1e1']);
}
state('b6', $i2, $i1, $s2, $f1, $a3, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
