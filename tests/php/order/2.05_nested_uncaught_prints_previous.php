<?php
// rule: 2.5
function g() { throw new Exception('inner'); }
function f() { try { g(); } catch (Exception $e) { throw new RuntimeException('outer', 5, $e); } }
f();
