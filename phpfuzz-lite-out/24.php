<?php
// phpfuzz-lite seed 24
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
	$m1['3.5'] ??= null;
	$i0 -= 32;
	foreach (array_values(array_filter($a1, fn($x) => $x % 3 != 4)) as $L1 => $e1) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e1 - $L1);
		$s1 = cut(strrev(nl2br('37')));
	}
	return w(1);
}
$i0 = 134; $i1 = 23; $i2 = -42; $i3 = 15; $i4 = -4; $i5 = -42; $f0 = 33.0; $f1 = 2.75; $f2 = 2.75; $s0 = '1e1'; $s1 = 'abc'; $s2 = 'a-b'; $s3 = 'Key'; $s4 = '10'; $a0 = [44]; $a1 = []; $a2 = [10, 3]; $a3 = [18, 10]; $m0 = ['ab' => 9, 'foo_bar' => 11, 'y1' => 23]; $m1 = ['ab' => 25]; $m2 = ['12' => 2];
// block 0
if (true) {
	$a2[] = 97; $a2 = lim($a2);
}
usort($a2, fn($p, $q) => $q % 10 <=> $p % 10);
state('b0', $i4, $i0, $s2, $f2, $a0, $m1);
// block 1
if ((substr_count($s0, 'a') <= (int) isset($m1['ab']))) {
	foreach (lim([...$a0, $i5, ...array_values(array_filter($a3, fn($x) => $x % 3 != 1))]) as $L4 => $e4) {
		if (++$steps > 4000) break;
		$i1 = w($i1 * 3 + $e4 - $L4);
		$a2[] = (int) fmod($f0, 10000); $a2 = lim($a2);
	}
} else {
	if (((count($a0) <= $i0) || (($i3 < 61) xor ($i4 < 56)))) {
		$s3 = cut(substr_replace($s1, 'caba', 1, 2));
		if (false) {
			[$i3, $s3] = [w(max($i2, count($a3))), cut('caba')];
		} else {
			$i4 = w($i0);
		}
	} elseif (($i3 < 3)) {
		foreach ($a1 as &$ref) { $ref = w($ref * 6 + 1); } unset($ref);
	}
	if (((($i5 > $i2) && isset($m2['zebra'])) || false)) {
		$m0['caba'] = '10';
		for ($L9 = 0; $L9 < 3; $L9++) {
			if (++$steps > 4000) break;
			$m2['y1'] = trim((($m2['qq'] ?? 'none') . ''));
			unset($m0['zebra']);
			$i5 = w(intdiv($i1, -3));
			$i1 = w($i1 + $L9);
		}
	} elseif ((($i2 > $i0) xor true)) {
		$i0--;
	}
}
$i1 ^= 10;
$m1['Zed'] ??= $f0;
$s0 = cut('24');
switch (max(5, $i4) % 4) {
case 0:
	unset($m0['hello']);
	break;
case 1:
	$i5 = w($i2);
case 2:
	array_splice($a2, 1, 1);
	break;
default:
	$s4 .= cut(str_pad($s3, 8, 'a', STR_PAD_LEFT)); $s4 = cut($s4);
	break;
}
state('b1', $i5, $i4, $s1, $f1, $a0, $m2);
// block 2
$L11 = 3;
while ($L11-- > 0) {
	if (++$steps > 4000) break;
	$a2 = lim([intdiv(match (1 % 4) { 0 => $i5, 1, 2 => $i3, default => (int) ($m2['010'] ?? 5) }, 16), max(min(92, $i5, 2), 36), min(21, (60 & $i2), ($i1 % 7))]);
	switch (($i1 + $i5) % 4) {
	case 0:
		$a2 = lim(array_values(array_filter(array_slice([$i3, 23, strlen($s3)], 1, 0), fn($x) => $x % 3 != 2)));
		break;
	case 1:
		$m0['ab'] = strlen($s4);
		break;
	case 2:
		$s2 = cut($s3);
		break;
	default:
		$s2 .= cut(ucwords($s2)); $s2 = cut($s2);
		break;
	}
}
foreach (array_map(null, [(int) ($m0['y1'] ?? 25), $i0, $i2]) as $L13 => $e13) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e13 - $L13);
	for ($L14 = 0; $L14 < 3; $L14++) {
		if (++$steps > 4000) break;
		$f1 = fmod((float) 3, 1e7);
		$s0 = cut('a-b');
		switch ((int) fmod($f2, 10000) % 4) {
		case 0:
			$a0 = $a0; if (isset($a0[1])) $a0[1] = w(999983);
			break;
		case 1:
			$i3 = w($i4);
		case 2:
			$s2 = cut($s3);
			break;
		default:
			$a3 = lim(array_map('intval', array_keys($m0)));
			break;
		}
		$i0 = w($i0 + $L14);
	}
}
state('b2', $i3, $i2, $s0, $f2, $a1, $m0);
// block 3
foreach ($m2 as $L16 => $val) {
	$s0 = cut($s0 . $L16 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L16)));
}
if ((($f1 >= 1e-3) && ($i0 == $i5))) {
	foreach ([] as $L18 => $e18) {
		if (++$steps > 4000) break;
		$i0 = w($i0 * 3 + $e18 - $L18);
		$a2[] = 4; $a2 = lim($a2);
		$L19 = 0;
		do {
			$a3[] = intdiv(($i1 + $i5 * 0b1011 % 100 - 5) % 10007, 7); $a3 = lim($a3);
			$i0 = w($i2);
		} while (++$L19 < 4 && ++$steps < 4000);
	}
} elseif (($i1 == $i4)) {
	[$i3, $s4] = [w((count($a1) <=> $i1)), cut($s3)];
}
$a3 = lim([]);
switch (0x7f % 4) {
case 0:
	unset($m0['1e1']);
	break;
case 1:
	$i4 = w(array_reduce($a0, fn($c, $x) => w($c * 2 + $x), 7));
	break;
case 2:
	$a0 = lim(array_map('intval', array_keys($m1)));
default:
	usort($a3, fn($p, $q) => $q % 10 <=> $p % 10);
	break;
}
state('b3', $i0, $i3, $s1, $f0, $a1, $m2);
// block 4
$s1 = cut(str_replace('-', 'a-b', substr('010', 0, 9)));
if ((cut('Zed' . 'ab') < var_export(($i2 < 6), true))) {
	array_splice($a2, 1, 1);
} elseif (($i0 < 22)) {
	$a1 = lim($a2);
	$a0[] = ($i0 - $i1); $a0 = lim($a0);
}
$i3 = w((- (max($i3, $i1) + $i4)));
$i0 |= 1;
state('b4', $i1, $i3, $s0, $f1, $a3, $m0);
// block 5
foreach (array_reverse($a3) as $L22 => $e22) {
	if (++$steps > 4000) break;
	$i0 = w($i0 * 3 + $e22 - $L22);
	foreach ($m2 as $L23 => $val) {
		$s0 = cut($s0 . $L23 . gettype($val));
		$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L23)));
	}
	if (false) {
		$s3 .= cut((($s2)[3] ?? '_')); $s3 = cut($s3);
		for ($L25 = 0; $L25 < 1; $L25++) {
			if (++$steps > 4000) break;
			$m1['x'] ??= '80';
			$s4 = cut('ab');
			$i1 = w($i1 + $L25);
		}
	} elseif (false) {
		foreach ($m0 as $L26 => $val) {
			$s0 = cut($s0 . $L26 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L26)));
		}
		foreach ($m2 as $L27 => $val) {
			$s0 = cut($s0 . $L27 . gettype($val));
			$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L27)));
		}
	}
}
$a0 = $a0; if (isset($a0[1])) $a0[1] = w((- ($i3 + 43)));
$a3 = $a2; if (isset($a3[1])) $a3[1] = w($i4);
$m0['x'] ??= 999983;
foreach ($m2 as $L28 => $val) {
	$s0 = cut($s0 . $L28 . gettype($val));
	$i0 = w($i0 + (is_int($val) ? $val : strlen((string) $L28)));
}
state('b5', $i3, $i2, $s2, $f0, $a2, $m1);
// block 6
$i3 ^= 46;
unset($m1['010']);
$i1 = w($i5);
state('b6', $i5, $i0, $s2, $f1, $a3, $m0);
state('end', $i0, $i1, $i2, $i3, $i4, $i5, $f0, $f1, $f2, $s0, $s1, $s2, $s3, $s4, $a0, $a1, $a2, $a3, $m0, $m1, $m2);
echo $sum, "\n";
