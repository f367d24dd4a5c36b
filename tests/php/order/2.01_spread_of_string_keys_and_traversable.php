<?php
// rule: 2.1
function f(...$a) { var_dump($a); }
function g() { yield 1; yield 'n' => 2; }
f(...[1, 2], ...['x' => 3]);
f(...g());
