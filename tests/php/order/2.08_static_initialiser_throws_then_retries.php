<?php
// rule: 2.8
function init() { static $tries = 0; if (!$tries++) throw new Exception('first'); return 'ok'; }
function f() { static $x = init(); return $x; }
try { f(); } catch (Exception $e) { echo $e->getMessage(), "\n"; }
echo f(), "\n";
