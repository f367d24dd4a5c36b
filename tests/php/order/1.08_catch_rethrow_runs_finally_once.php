<?php
// rule: 1.8
function f() { try { throw new Exception('a'); } catch (Exception $e) { throw new Exception('b', 0, $e); } finally { echo "once\n"; } }
try { f(); } catch (Exception $e) { echo $e->getMessage(), $e->getPrevious()->getMessage(), "\n"; }
