<?php
// rule: 1.1
$needle = 1;
var_dump(in_array($needle, [$needle++, 5]));
