<?php
// rule: 1.1
$i = 5;
echo min($i, --$i), "\n";
$i = 5;
echo call_user_func('min', $i, --$i), "\n";
