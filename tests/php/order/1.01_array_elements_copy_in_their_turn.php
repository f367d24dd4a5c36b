<?php
// rule: 1.1
$i = 1;
echo implode(' ', [$i, $i++, $i, ++$i, $i]), "\n";
