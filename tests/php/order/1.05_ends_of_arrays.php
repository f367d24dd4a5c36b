<?php
// rule: 1.5
// The ends of arrays changed by builtins: variables, properties, elements, references, what is no array.
function t(Throwable $e): string { return preg_replace("~#(\\d+) /[^(]*\(~", "#$1 (", $e->getTraceAsString()); }
final class D { public function __construct(public string $n) {} public function __destruct() { echo "~$this->n "; } }
class S {
    public array $list = []; public ?array $maybe = null; public $any = [1, 2]; protected array $hash = ['a' => 1, 'b' => 2];
    public static array $all = [1, 2, 3];
    public readonly array $fixed;
    function __construct() { $this->fixed = [1, 2]; }
    function push($x) { array_push($this->list, $x); }
    function pop() { return array_pop($this->list); }
    function shift() { return array_shift($this->list); }
    function popHash() { return array_pop($this->hash); }
    function popAny() { return array_pop($this->any); }
    function popMaybe() { return array_pop($this->maybe); }
    function popFixed() { return array_pop($this->fixed); }
}
function ints(int $n): array {
    $s = [];
    for ($i = 0; $i < $n; $i++) { array_push($s, $i * 2); }
    $t = 0;
    while ($s) { $x = array_pop($s); $t += $x; if ($t % 5 === 0) { array_push($s, 1); } }
    array_push($s, 7);
    return [$t, $s, array_push($s, 8), $s];
}
echo json_encode(ints(20)), "\n";
$f = [1.5, 2.5]; $g = $f; var_dump(array_pop($f), count($g), array_pop($f), array_pop($f), $f); $f[] = 1; var_dump($f);
$m = [1, 'two', 3.0, null, [4], new D('x')]; $c = $m;
while ($m) { $v = array_pop($m); echo gettype($v), ' '; } echo count($c), "\n"; unset($c, $v); echo "\n";
$h = ['k' => 1, 5 => 2, 'z' => 3]; array_pop($h); $h[] = 'next'; array_shift($h); print_r($h);
$r = [1, 2, 3]; $e = &$r[2]; $copy = $r; var_dump(array_pop($r)); $e = 9; echo json_encode([$r, $copy]), "\n";
$q = [3, 1, 2]; foreach ($q as &$x) {} unset($x); $w = $q; array_pop($q); $q[1] = 'changed'; echo json_encode([$q, $w]), "\n";
$ref = [1, 2, 3]; $alias = &$ref; array_pop($alias); array_push($alias, 'p'); array_shift($ref); echo json_encode([$ref, $alias]), "\n";
foreach ($ref as $k => &$each) { if ($k === 0) { array_pop($ref); } echo $each, ' '; } unset($each); echo "\n";
$s = new S; for ($i = 0; $i < 5; $i++) { $s->push($i); $s->push("s$i"); }
echo json_encode([$s->pop(), $s->shift(), $s->popHash(), $s->popAny(), $s->list]), "\n";
$o = clone $s; $s->pop(); echo count($o->list), count($s->list), "\n";
try { $s->popMaybe(); } catch (TypeError $x) { echo $x->getMessage(), ' ', t($x), "\n"; }
try { $s->popFixed(); } catch (Error $x) { echo $x->getMessage(), ' ', t($x), "\n"; }
array_pop(S::$all); echo json_encode(S::$all), "\n";
$deep = ['a' => ['b' => [1, 2, 3]]]; $keep = $deep; array_pop($deep['a']['b']); array_shift($deep['a']['b']); echo json_encode([$deep, $keep]), "\n";
try { array_pop($deep['a']['none']); } catch (TypeError $x) { echo $x->getMessage(), "\n"; } echo json_encode($deep), "\n";
function undefined() { try { array_push($nothing, 1); } catch (TypeError $x) { echo $x->getMessage(), ' ', $x->getLine(), ' ', t($x), "\n"; } var_dump($nothing); }
undefined();
function scalar($v) { try { return array_pop($v); } catch (TypeError $x) { echo $x->getMessage(), "\n"; } }
scalar('text'); scalar(null); scalar(new ArrayObject([1])); scalar(5);
$full = [PHP_INT_MAX => 1]; try { array_push($full, 2); } catch (Error $x) { echo $x->getMessage(), ' ', t($x), "\n"; } echo count($full), "\n";
$neg = [-5 => 'a']; array_push($neg, 'b'); array_pop($neg); $neg[] = 'c'; echo json_encode($neg), "\n";
$d = [new D('1'), new D('2')]; array_pop($d); echo "after pop\n"; $z = array_shift($d); echo "after shift\n"; unset($z); echo "\n";
$p = [1, 2]; next($p); array_pop($p); var_dump(current($p)); array_pop($p); var_dump(array_pop($p), key($p));
$self = [1]; array_push($self, $self); array_push($self, count($self)); echo json_encode($self), "\n";
echo json_encode((function () { $a = [1, 2, 3]; $b = $a; return [array_push($a, array_pop($b)), $a, $b]; })()), "\n";
function &byref(array &$in) { array_pop($in); return $in; } $t = [1, 2, 3]; $u = &byref($t); array_push($u, 'u'); echo json_encode($t), "\n";
$g = function () use (&$t) { return array_shift($t); }; echo $g(), json_encode($t), "\n";
function st() { static $s = []; array_push($s, count($s)); if (count($s) > 2) array_shift($s); return $s; } st(); st(); echo json_encode(st()), "\n";
