<?php
// rule: 2.7
namespace N;
function f() { return strtoupper('x'); }
echo f(), "\n";
eval('namespace N; function strtoupper($s) { return "mine"; }');
echo f(), "\n";
echo strtoupper('x'), "\n";
