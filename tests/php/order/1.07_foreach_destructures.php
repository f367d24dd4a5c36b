<?php
// rule: 1.7
foreach ([[1, ['x' => 2]], [3, ['x' => 4]]] as $k => [$a, ['x' => $b]]) { echo "$k $a $b\n"; }
