<?php
// rule: 1.9
abstract class A {}
function t() { echo "argument\n"; }
try { new A(t()); } catch (Error $e) { echo $e->getMessage(), "\n"; }
