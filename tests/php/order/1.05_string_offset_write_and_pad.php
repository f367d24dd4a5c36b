<?php
// rule: 1.5
$s = 'ab';
$s[4] = 'x';
var_dump($s);
try { $s[] = 'y'; } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { $s[0][0] = 'y'; } catch (Error $e) { echo $e->getMessage(), "\n"; }
