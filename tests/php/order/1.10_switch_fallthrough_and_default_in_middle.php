<?php
// rule: 1.10
foreach ([1, 2, 3] as $v) { switch ($v) { case 1: echo 1; default: echo 'd'; case 2: echo 2; } echo "\n"; }
