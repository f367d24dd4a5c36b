<?php
// rule: 3.5
$a = new stdClass; $b = new stdClass; $c = new stdClass;
unset($a); unset($b);
var_dump(new stdClass);
$d = new stdClass; $e = new stdClass;
var_dump(spl_object_id($d), spl_object_id($e));
