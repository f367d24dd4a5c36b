<?php
// rule: 1.11
class A { function t() { throw new Exception('x'); } }
$a = new A;
try {
    $a
      ->t(
        1
      );
} catch (Exception $e) { echo $e->getTrace()[0]['line'], "\n"; }
