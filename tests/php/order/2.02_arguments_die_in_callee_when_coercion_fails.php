<?php
// rule: 2.2
class D { function __destruct() { echo "~\n"; } }
function f($d, int $x) { }
try { f(new D, 'x'); } catch (TypeError $e) { echo "caught\n"; unset($e); }
echo "end\n";
