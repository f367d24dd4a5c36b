<?php
// rule: 1.9
class P { private function __construct() {} }
function t() { echo "argument\n"; }
try { new P(t()); } catch (Error $e) { echo $e->getMessage(), "\n"; }
