<?php
// rule: 4.4
echo "never printed\n";
function f() { break; }
