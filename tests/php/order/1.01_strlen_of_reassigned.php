<?php
// rule: 1.1
$s = 'abc';
echo strlen($s) + strlen($s = 'x') + strlen($s), "\n";
