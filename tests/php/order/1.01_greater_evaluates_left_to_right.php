<?php
// rule: 1.1
function l() { echo "l"; return 1; }
function r() { echo "r"; return 2; }
var_dump(l() > r());
var_dump(l() >= r());
