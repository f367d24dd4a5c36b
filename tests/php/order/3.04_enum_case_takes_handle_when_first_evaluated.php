<?php
// rule: 3.4
enum E { case A; case B; }
$o = new stdClass;
var_dump(spl_object_id($o));
$b = E::B;
$p = new stdClass;
var_dump(spl_object_id($b), spl_object_id($p), spl_object_id(E::A), spl_object_id(E::B));
