<?php
// rule: 1.5
$n = null;
try { $n->p = 1; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { $n->p['k'] = 1; } catch (Error $e) { echo $e->getMessage(), "\n"; }
