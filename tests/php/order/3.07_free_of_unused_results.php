<?php
// rule: 3.7
class D { function __destruct() { echo "~"; } }
function f() { return new D; }
f(); f() ?: 1; (bool) f(); !f(); [f()]; "x" . count([f()]);
echo "\n";
