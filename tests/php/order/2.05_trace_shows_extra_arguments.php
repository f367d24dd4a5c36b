<?php
// rule: 2.5
function f($a) { return (new Exception)->getTrace()[0]['args']; }
var_dump(f(1, 2, 'three'));
