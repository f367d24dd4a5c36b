<?php
// rule: 2.6
function f() { $n = 0; $inc = function () use (&$n) { return ++$n; }; $inc(); $inc(); return $n; }
echo f(), "\n";
