<?php
// rule: 1.1
$x = null;
echo $x ?? ($x = 4), $x ?? 'unset', "\n";
