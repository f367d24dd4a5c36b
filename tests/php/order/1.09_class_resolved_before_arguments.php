<?php
// rule: 1.9
function t() { echo "argument\n"; return 1; }
spl_autoload_register(function ($c) { echo "load $c\n"; });
try { new Missing(t()); } catch (Error $e) { echo $e->getMessage(), "\n"; }
