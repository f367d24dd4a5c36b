<?php
// rule: 1.3
$i++;
var_dump($i);
$j--;
var_dump($j);
unset($i);
var_dump(++$i);
