<?php
// rule: 1.1
$i = 1;
echo $i + $i++, "\n";
$i = 1;
echo $i++ + $i, "\n";
