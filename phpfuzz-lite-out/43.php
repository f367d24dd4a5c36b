<?php
// phpfuzz-lite seed 43
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
	$m1['cab'] ??= $i0;
	$a1 = lim($a1);
	foreach ($a0 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
	return w(1_000);
}
$i0 = 80; $i1 = 77; $i2 = -9; $i3 = 70; $i4 = 39; $i5 = 145; $f0 = -1.125; $f1 = 2.75; $f2 = 33.0; $s0 = 'abc'; $s1 = 'qq'; $s2 = '10'; $s3 = '1e1'; $s4 = '010'; $a0 = [19, 16, -2]; $a1 = [22, 34]; $a2 = [9, 13, 27, 33]; $a3 = [21, -9, 37, 42]; $m0 = ['ab' => 4, 'cab' => 20]; $m1 = ['cab' => 24]; $m2 = ['010' => 38, 'a-b' => 26];
// block 0
foreach ([levenshtein('Zed', 'abcab')] as $L2 => $e2) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e2 - $L2);
	for ($L3 = 0; $L3 < 4; $L3++) {
		if (++$steps > 4000) break;
		$m2['0'] = (27 + $i2);
		foreach ($a0 as &$ref) { $ref = w($ref * 3 + 1); } unset($ref);
		$i0--;
		$i0 = w($i0 + $L3);
	}
}
$L5 = 3;
while ($L5-- > 0) {
	if (++$steps > 4000) break;
	$s3 = cut(cut(cut(sprintf('%05d/%x/%s', $i2, abs(45), cut($s4)) . 'hello') . strrev('51')));
	$a2 = $a1; if (isset($a2[1])) $a2[1] = w($i1);
}
usort($a2, fn($p, $q) => $q % 10 <=> $p % 10);
$a0 = $a0; if (isset($a0[1])) $a0[1] = w(7);
$a1 = $a1; if (isset($a1[1])) $a1[1] = w(((int) $s4 % 997));
state('b0', $i4, $i1, $s0, $f1, $a0, $m0);
// block 1
$s2 .= cut('1e1'); $s2 = cut($s2);
$i3++;
$a0 = $a0; if (isset($a0[1])) $a0[1] = w((int) round(fmod(1.25, 500)));
$L6 = 0;
do {
	foreach ([] as $L7 => $e7) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e7 - $L7);
		foreach ($a2 as &$ref) { $ref = w($ref * 4 + 1); } unset($ref);
	}
} while (++$L6 < 1 && ++$steps < 4000);
state('b1', $i2, $i5, $s1, $f0, $a1, $m2);
// block 2
$i4 -= 34;
if (($f2 === $i5)) {
	if (str_starts_with("0{$i1}-$s1", 'x')) {
		foreach (array_pad([74, strlen($s1), $i2], 3, (int) ($m0['foo_bar'] ?? -11)) as $L11 => $e11) {
			if (++$steps > 4000) break;
			$i1 = w($i1 * 3 + $e11 - $L11);
			$s2 .= cut(cut($s1 . 'Zed')); $s2 = cut($s2);
		}
		$L12 = 0;
		do {
			$i3 += 36;
		} while (++$L12 < 5 && ++$steps < 4000);
	} elseif ((($i5 < -12) && true)) {
		$f1 = fmod(round($f2, 0), 1e7);
	} else {
		if (((($s0 === 'abc') && isset($m2['y1'])) || (54 == $s2))) {
			$a2 = lim(range(2, 14));
			[$i3, $s1] = [w(($i5 <=> $i0)), cut(sprintf('%05d/%x/%s', count($a0), abs($i0), cut('hello')))];
			unset($m1['1e1']);
		}
		foreach ($m1 as $L14 => $val) {
			$s0 = cut($s0 . $L14 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L14)));
		}
	}
	$s0 .= cut('88'); $s0 = cut($s0);
} else {
	$i1 = w(($i4 + (7 + (($a2[2] ?? 85) + ($a2[1] ?? 1)))));
	$i0 += 8;
}
for ($L15 = 0; $L15 < 4; $L15++) {
	if (++$steps > 4000) break;
	if (((bool) $s0 && ('World' < $s0))) {
		unset($m1['World']);
		$i2++;
		for ($L17 = 0; $L17 < 3; $L17++) {
			if (++$steps > 4000) break;
			$s3 .= cut(dechex(abs(-14))); $s3 = cut($s3);
			$s4 .= cut("x{$i4}-$s0"); $s4 = cut($s4);
			$i1 = w($i1 + $L17);
		}
	}
	if ((($s4 === '12') && ('qq' == '12'))) {
		$a3 = lim($a0);
		foreach (array_values(array_flip(array_flip((($s4 === '3.5') ? $a1 : $a0)))) as $L19 => $e19) {
			if (++$steps > 4000) break;
			$i0 = w($i0 * 3 + $e19 - $L19);
			$i5--;
			$i1 -= 5;
		}
	} else {
		foreach ($a3 as &$ref) { $ref = w($ref * 2 + 1); } unset($ref);
	}
	unset($m2['10']);
	if (($i3 > $i1)) continue;
	$i1 = w($i1 + $L15);
}
state('b2', $i0, $i2, $s2, $f1, $a2, $m0);
// block 3
switch (($i5 & $i4) % 4) {
case 0:
	$i5 = w($i0);
	break;
case 1:
	$a2 = $a3; if (isset($a2[1])) $a2[1] = w(intdiv(((int) $s4 % 997), 101));
	break;
case 2:
	$m2['3.5'] ??= null;
	break;
default:
	$i2 = w(2147483647);
	break;
}
array_shift($a3);
state('b3', $i4, $i0, $s4, $f1, $a0, $m1);
// block 4
$m0['3.5'] ??= -15;
foreach (sorted([($a3[1] ?? 5), 1, $i2]) as $L22 => $e22) {
	if (++$steps > 4000) break;
	$i1 = w($i1 * 3 + $e22 - $L22);
	$a1[] = strlen($s4); $a1 = lim($a1);
	$L23 = 5;
	while ($L23-- > 0) {
		if (++$steps > 4000) break;
		switch (4 % 4) {
		case 0:
			$a2 = lim($a1);
		case 1:
			$a1[] = ($i4 + fn_0(2147483647, $i5)); $a1 = lim($a1);
			break;
		case 2:
			$f2 = fmod((((float) $i4 + 1.25) + ceil((7.0 + (float) $i5))), 1e7);
			break;
		default:
			$i1++;
			break;
		}
		$i2 = w(5);
		$f2 = fmod(round(ceil((- $f2)), 1), 1e7);
	}
}
state('b4', $i0, $i3, $s0, $f1, $a3, $m0);
// block 5
for ($L25 = 0; $L25 < 4; $L25++) {
	if (++$steps > 4000) break;
	foreach ([((int) ($m2['y1'] ?? 20) ?: 5), substr_count($s3, 'a'), $i0] as $L26 => $e26) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e26 - $L26);
		$f1 = fmod(((- 0.5) - (float) $i3), 1e7);
	}
	usort($a1, fn($p, $q) => $q % 10 <=> $p % 10);
	$i2 = w(21);
	if ((3 == $i1)) break;
	$i1 = w($i1 + $L25);
}
[$i1, $s2] = [w(w($i1 * $i2)), cut("cab{$i2}-$s4")];
$m2['3.5'] = ord('Zed');
state('b5', $i1, $i2, $s0, $f0, $a3, $m2);
// block 6
$L27 = 5;
while ($L27-- > 0) {
	if (++$steps > 4000) break;
	$i2 = w($i0);
}
unset($m2['hello']);
$i5++;
$a0[] = ((40 + $i5) - $i0); $a0 = lim($a0);
$L28 = 2;
while ($L28-- > 0) {
	if (++$steps > 4000) break;
	sort($a0);
}
state('b6', $i0, $i5, $s4, $f1, $a2, $m2);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
