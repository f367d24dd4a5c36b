<?php
// rule: 1.1
$a = [];
echo $a['x'] . $u, "|\n";
