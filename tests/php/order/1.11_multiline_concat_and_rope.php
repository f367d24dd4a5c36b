<?php
// rule: 1.11
echo "a $u
b $v", 'c' .
   $w, "\n";
