<?php
// rule: 1.10
function t($x) { echo "t$x "; return $x; }
echo match (true) { t(0), t(false) => 'no', t(true), t(1) => 'yes', t(2) => 'late' }, "\n";
