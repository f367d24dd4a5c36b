<?php
// rule: 1.1
$i = 1;
$i += $i++ + ++$i;
echo $i, "\n";
