<?php
// rule: 2.1
function r(&$x) { $x[] = 1; return count($x); }
function v() { return [5]; }
echo r(v()), "\n";
echo end(explode(',', 'a,b')), "\n";
