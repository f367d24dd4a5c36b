<?php
// rule: 1.1
class A { static function s(...$a) { echo implode(',', $a), "\n"; } }
$i = 1;
A::s($i, $i = 3, $i);
