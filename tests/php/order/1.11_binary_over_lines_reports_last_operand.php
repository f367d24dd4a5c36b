<?php
// rule: 1.11
echo $a
  +
  $b;
echo "\n";
