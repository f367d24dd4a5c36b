<?php
ini_set('memory_limit','128M');
function f($n){ return f($n+1) + 1; }
try { f(0); } catch (Throwable $e) { echo "caught\n"; } finally { echo "finally\n"; }
