<?php
// rule: 1.11
class A { static function s() { return (new Exception)->getTrace()[0]['line']; } public $p; }
echo A
  ::s(
  ), "\n";
$a = new A;
echo $a
  ->undef
  ->more, "\n";
