<?php
// rule: 1.6
$s = 'abc';
var_dump($s[0] = 'xyz');
var_dump($s);
