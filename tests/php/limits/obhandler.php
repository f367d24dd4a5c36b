<?php
ob_start(function($b) { return strtoupper($b) . strlen($b); });
echo "hello";
ob_end_flush();
ob_start(function($b) { ob_start(); echo "x"; return ob_get_clean() . $b; });
echo "inner";
ob_end_flush();
echo "end\n";
