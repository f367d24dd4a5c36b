<?php
function f($n) { return f($n+1)+1; }
$f = new Fiber(function() { return f(0); });
$f->start();
