<?php
// rule: 1.5
$i = 5;
try { $i[0] = 1; } catch (Error $e) { echo $e->getMessage(), "\n"; }
var_dump($i);
try { $i[0][1] = 2; } catch (Error $e) { echo $e->getMessage(), "\n"; }
