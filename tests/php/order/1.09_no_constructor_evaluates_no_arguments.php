<?php
// rule: 1.9
class N {}
function t() { echo "argument\n"; }
var_dump(new N(t()));
