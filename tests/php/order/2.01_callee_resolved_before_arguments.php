<?php
// rule: 2.1
function t() { echo "argument\n"; }
try { missing(t()); } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { Missing::m(t()); } catch (Error $e) { echo $e->getMessage(), "\n"; }
class A {}
try { (new A)->m(t()); } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { $f = 'missing'; $f(t()); } catch (Error $e) { echo $e->getMessage(), "\n"; }
