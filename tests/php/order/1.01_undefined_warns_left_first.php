<?php
// rule: 1.1
echo $a . $b . "\n";
