<?php
// rule: 1.1
$i = 2;
echo $i++ * ++$i - $i-- + --$i, " ", $i, "\n";
