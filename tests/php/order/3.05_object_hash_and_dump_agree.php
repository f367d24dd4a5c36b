<?php
// rule: 3.5
$o = new stdClass;
var_dump($o, hexdec(substr(spl_object_hash($o), 0, 16)) === spl_object_id($o));
