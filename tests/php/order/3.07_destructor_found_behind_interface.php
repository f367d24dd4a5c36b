<?php
// rule: 3.7
interface I {}
class Plain implements I {}
class Loud extends Plain { function __destruct() { echo "~\n"; } }
function f(I $i) { $x = $i; $i = null; $x = null; echo "in\n"; }
f(new Plain); f(new Loud);
