<?php
// rule: 1.8
function f() { try { return 'try'; } finally { return 'finally'; } }
echo f(), "\n";
function g() { try { throw new Exception('lost'); } finally { return 'kept'; } }
echo g(), "\n";
