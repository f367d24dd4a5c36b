<?php
// rule: 3.4
$f = fn() => 1;
$g = strlen(...);
var_dump(spl_object_id($f), spl_object_id($g), spl_object_id(function () {}));
