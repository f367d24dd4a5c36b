<?php
// rule: 4.4
set_error_handler(function ($n, $m) { echo $n, ' ', $m, "\n"; return true; });
var_dump(include 'no/such/file.php');
try { require 'no/such/file.php'; } catch (Error $e) { echo $e->getMessage(), "\n"; }
