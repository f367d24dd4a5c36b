<?php
// rule: 2.7
// Builtins by unqualified names in namespaces, beside functions of the namespace, declared early and late.
namespace N {
  function probe($s) { return [strlen($s), str_replace('a', 'b', $s), in_array($s, ['x', 'abc'], true), implode(',', [1, 2]), max(1, strlen($s)), trim(" $s "), strtoupper($s)]; }
  for ($i = 0; $i < 3; $i++) print_r(probe('abc'));
  function gen($n) { for ($i = 0; $i < $n; $i++) { yield str_repeat('x', $i) => ucfirst("a$i"); $k = yield strrev("ab$i") . strtolower((string)(yield 5)); } return array_sum([1, 2]); }
  $g = gen(2); foreach ($g as $k => $v) echo "$k=>$v\n"; echo $g->getReturn(), "\n";
  try { echo strlen([]), "\n"; } catch (\TypeError $e) { echo $e->getMessage(), "\n"; }
  echo str_pad(5, 4, '0', STR_PAD_LEFT), ucwords(strtolower('HELLO WORLD')), "\n";
  function &rf() { static $x = 'refd'; return $x; }
  echo strtoupper(rf()), ucfirst($GLOBALS['nope'] ?? 'dflt'), "\n";
  function late($x, &$y) { return strrev($x) . lcfirst($y) . nl2br($x); }
  $q = 'Abc'; echo late('xy', $q), "\n";
  if (true) { function ucfirst($x) { return "<ucfirst $x>"; } }
  function again($x) { return ucfirst($x) . lcfirst($x); }
  echo again('zz'), "\n"; echo again('zz'), "\n";
  echo \ucfirst('plain'), ucfirst('mine'), "\n";
}
namespace M {
  if (1) { function strtr(&$a, $b = 5, ...$c) { $a = 'changed'; return "mine $b" . count($c); } }
  function t($p) { $z = $p; echo strtr($z, 'a', 'b'), ' ', $z, "\n"; }
  t('aaa'); t('aaa');
  function deep($x) { return strlen(str_replace(['a', 'b'], [strlen($x), substr($x, 1, 2)], strtolower(trim($x)))); }
  echo deep(' ABCA '), "\n";
  $u = fn($x) => array_map(fn($y) => strlen($y) + $x, explode(',', 'a,bb,ccc')); print_r($u(1));
  class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } function __toString() { return "D$this->n"; } }
  echo strlen(new D(1)), "\n"; echo str_repeat(new D(2), 2), "\n"; var_dump(is_string(new D(3)), gettype(new D(4)), is_null(null), is_int(5));
  function undef() { return strlen($nope); } try { echo @undef(), "\n"; } catch (\Throwable $e) { echo $e->getMessage(); }
  echo htmlspecialchars('<a href="x">'), number_format(1234567.891, 2), sprintf('%05d|%-6s|%x', 42, 'ab', 255), "\n";
}
