<?php
// rule: 1.5
$a = [];
$r = &$a['k']['l'];
var_dump($a);
$r = 2;
var_dump($a);
