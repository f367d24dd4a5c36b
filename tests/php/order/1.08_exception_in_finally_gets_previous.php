<?php
// rule: 1.8
try {
    try { throw new Exception('first'); } finally { throw new Exception('second'); }
} catch (Exception $e) { echo $e->getMessage(), '<', $e->getPrevious()->getMessage(), "\n"; }
