<?php
// rule: 1.8
class D { function __destruct() { echo "~\n"; } }
function f() { try { return new D; } finally { throw new Exception('x'); } }
try { f(); } catch (Exception) { echo "caught\n"; }
