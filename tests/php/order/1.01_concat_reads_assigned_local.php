<?php
// rule: 1.1
$i = 1;
echo $i . ($i = 5), "\n";
