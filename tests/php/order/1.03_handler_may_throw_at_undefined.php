<?php
// rule: 1.3
set_error_handler(function ($n, $m) { throw new ErrorException($m); });
try { echo $nope + 1; } catch (ErrorException $e) { echo $e->getMessage(), "\n"; }
