<?php
// rule: 1.5
$a = null;
$a['x'][]['y'] = 1;
var_dump($a);
