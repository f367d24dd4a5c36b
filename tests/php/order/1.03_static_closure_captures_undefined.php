<?php
// rule: 1.3
$f = function () use ($missing) { return $missing; };
var_dump($f());
$g = fn() => $gone;
var_dump($g());
