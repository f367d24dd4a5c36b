<?php
// rule: 6.1
var_dump(class_exists('C'), function_exists('f'));
if (true) { class C {} function f() { return 'f'; } }
var_dump(class_exists('C'), f());
