<?php
// rule: 1.1
var_dump($left > $right);
var_dump($left >= $right);
var_dump($left < $right);
