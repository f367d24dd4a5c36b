<?php
// rule: 1.1
$o = new stdClass;
$o->a = 1;
$o->b = 2;
$n = 'a';
echo $o->{$n}, $o->{$n = 'b'}, "\n";
$n = 'a';
$o->$n = ($n = 'c');
var_dump($o);
