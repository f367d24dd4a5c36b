<?php
ini_set('memory_limit','1G');
function f($n) { return $n ? f($n-1)+1 : Fiber::suspend(7) ?? 0; }
$f = new Fiber(function() { return f(200000); });
$f->start();
$f->resume(0);
echo $f->getReturn(), "\n";
