<?php
// rule: 3.2
$g = 1;
function f() { global $g; $g++; static $s; $s = &$g; }
f(); f();
echo $g, "\n";
function h() { static $s = 1; $r = &$s; $r++; return $s; }
echo h(), h(), "\n";
