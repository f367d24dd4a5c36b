<?php
// rule: 6.1
trait T { function m() { return 'T'; } private function p() { return 'p'; } }
trait U { function m() { return 'U'; } static $n = 0; abstract function need(); }
class C { use T, U { T::m insteadof U; U::m as protected um; p as public; } function need() { return $this->um(); } }
$c = new C;
echo $c->m(), $c->need(), $c->p(), ++C::$n, "\n";
