<?php
// rule: 1.11
class E extends Exception {}
$e = new
  E(
   'm'
  );
echo $e->getLine(), "\n";
