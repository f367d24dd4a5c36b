<?php
// rule: 1.3
function f() { $y = $x; var_dump($y); }
f();
