<?php
// rule: 2.3
class A { function m($x) { return "m$x"; } static function s($x) { return "s$x"; } function __invoke($x) { return "i$x"; } }
$a = new A;
foreach (['A::s', ['A', 's'], [$a, 'm'], $a, [$a, 's'], fn($x) => "f$x", 'strrev'] as $c) { echo $c(12), ' ', call_user_func($c, 12), ' ', call_user_func_array($c, [12]), "\n"; }
