<?php
// rule: 1.10
function t($x) { echo "t", var_export($x, true), " "; return $x; }
var_dump(t(true) || t(true), t(false) && t(true), t(false) or t(1), t(1) xor t(0), !t(0));
