<?php
// rule: 1.5
$a = false;
$a['k'] = 1;
var_dump($a);
