<?php
// rule: 2.8
function init() { echo "init "; return 5; }
function f() { static $n = init(); return $n++; }
echo f(), f(), f(), "\n";
