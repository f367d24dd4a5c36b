<?php
// rule: 1.10
function t($x) { echo "t$x "; return $x; }
switch ("1") { case t(0): echo "zero\n"; break; case t(1): echo "one\n"; break; case t(2): echo "two\n"; }
