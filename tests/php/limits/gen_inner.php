<?php
function f($n) { return f($n+1)+1; }
function g() { yield f(0); }
foreach (g() as $x) {}
