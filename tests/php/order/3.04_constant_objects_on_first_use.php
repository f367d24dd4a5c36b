<?php
// rule: 3.4
class P { public $x = 1; }
const C = new P;
$o = new stdClass;
class Q { const E = Suit::H; }
enum Suit { case H; }
var_dump(spl_object_id($o), spl_object_id(C), spl_object_id(Q::E));
