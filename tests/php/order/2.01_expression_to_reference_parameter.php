<?php
// rule: 2.1
function r(&$x) {}
$f = 'r';
try { $f(1 + 1); } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { $f('a' . 'b', 2); } catch (Error $e) { echo $e->getMessage(), "\n"; }
