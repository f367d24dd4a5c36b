<?php
// rule: 3.5
try { throw new Exception; } catch (Exception $e) {}
$o = new stdClass;
var_dump(spl_object_id($e), spl_object_id($o));
