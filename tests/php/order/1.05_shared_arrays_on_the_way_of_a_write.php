<?php
// rule: 1.5
// Writes through arrays that others share, keys of literals, holes, and what is stored where an array was inert.
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n "; } }
function nested($i) { $c = ['d' => ['h' => ['a' => 1, 'b' => 2], 'p' => 5], 'e' => [1, 2]]; $k = $c; $k['d']['h']['b'] = $i; $k['d']['p']++; $k['e'][1] .= 'x'; $k['d']['h']['new'] = [$i]; $k['e'][] = $i; return [$c, $k]; }
for ($i = 0; $i < 3; $i++) { echo json_encode(nested($i)), "\n"; }
function maybe($a, $k) { $a[$k]['x'] = 1; $b = $a; $a[$k]['x']++; $a[$k][] = $b; return [$a, $b]; }
foreach ([null, [], ['k' => ['x' => 5]], [3 => 1]] as $a) { try { echo json_encode(maybe($a, 'k')), "\n"; } catch (Error $e) { echo $e->getMessage(), "\n"; } }
function self_($a) { $b = $a; $a['s'] = $a; $a['s']['s'] = $a; $a[] = $a; return [$a, $b]; }
echo json_encode(self_(['k' => 1])), json_encode(self_([1, 2])), "\n";
function literal($i, $v) { return ['a' => $v, 'b' => [$i, $i + 1], 'c' => [1.5, $i / 2], 'd' => [$v, $i], 'e' => $i % 2 ? 'odd' : [], 'f' => null, 'g' => 1, 'h' => 2, 'i' => 3, 'j' => $v]; }
for ($i = 0; $i < 2; $i++) { $l = literal($i, new D("v$i")); unset($l['c'], $l['f']); foreach ($l as $k => $v) { echo $k, is_object($v) ? '=D ' : '=' . json_encode($v) . ' '; } $l['c'] = $l['j']; $l['b'][0] = $l['j']; $m = $l; $l = null; echo count($m), isset($m['f']) ? 'f' : '-', isset($m['zz']) ? 'z' : '-', $m['zz'] ?? 'none', "\n"; $m = null; }
function throws() { throw new Exception('mid'); }
function half($v) { return ['a' => $v, 'b' => [new D('list'), throws()], 'c' => 1]; }
try { half(new D('half')); } catch (Exception $e) { echo $e->getMessage(), "\n"; } unset($e);
function holes($n) { $h = []; for ($i = 0; $i < $n; $i++) { $h[$i * 3] = $i; } for ($i = 0; $i < $n; $i += 2) { unset($h[$i * 3]); } $h[] = 'end'; $h['s'] = 's'; $h[] = 'more'; foreach ($h as $k => $v) { echo "$k=$v "; if ($k === 3) { $h[100] = 1; } } array_pop($h); $h[] = 'again'; return $h; }
print_r(holes(5));
function far($h) { $h[PHP_INT_MAX] = 1; try { $h[] = 2; } catch (Error $e) { echo $e->getMessage(), "\n"; } $g = ['k' => 1]; $g[] = 0; $g[-5] = 1; $g[] = 2; $n = [-3 => 'n']; $n[] = 'after'; return [$h, $g, $n]; }
echo json_encode(far(['a' => 1])), "\n";
function groups($rows) { $g = []; foreach ($rows as $row) { $g[$row['k']][] = $row; $g[$row['k']]['n'] = ($g[$row['k']]['n'] ?? 0) + 1; } return $g; }
echo json_encode(groups([['k' => 'x', 'v' => [1]], ['k' => 'y'], ['k' => 'x'], ['k' => '7']])), "\n";
$o = [[new D('in')]]; function deep($o) { $c = $o; $c[0][0] = [new D('new')]; $c[0][0][] = $c; return $c; } $c = deep($o); $c = null; echo gc_collect_cycles(), "|\n"; $o = null;
function ends($a) { $s = []; while ($a) { $s[] = array_pop($a); array_push($a, ...[]); if ($a) { $s[] = array_shift($a); } } $a[] = 'x'; return [$s, $a]; }
echo json_encode(ends([1, 'b', 2.5, [4], null])), json_encode(ends(['k' => 1, 5 => 2, 'z' => 3])), "\n";
$q = new SplPriorityQueue; $q->setExtractFlags(3); foreach ([3, 1, 2, 3, 1] as $n => $p) { $q->insert("e$n", $p); } while (!$q->isEmpty()) { ['data' => $d, 'priority' => $p] = $q->extract(); echo "$d:$p "; if ($d === 'e2') { $q->insert('late', 1.5); } }
$m = new SplMinHeap; foreach ([5, 2, 8, 1, 9, 3] as $n) { $m->insert($n); } foreach ($m as $n) { echo $n, ' '; }
$f = ['a' => 1.5, 'b' => -0.0, 'c' => 0.0, 'd' => 1.5, 'e' => -2.0]; asort($f); echo json_encode($f); arsort($f); echo json_encode($f), "\n";
$x = new SplFixedArray(1); $in = [1]; $in[] = 2; $x[0] = $in; unset($in); @$x[0][0] = 9; echo json_encode($x), "\nend\n";
