<?php
$n = 0;
spl_autoload_register(function($c) use (&$n) { $n++; class_exists("X$n"); });
try { class_exists("A"); } catch (Error $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; }
