<?php
// rule: 2.1
function f($a, $b = 2) {}
try { f(1, a: 2); } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { f(x: 2); } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { f(b: 2); } catch (Error $e) { echo $e->getMessage(), "\n"; }
