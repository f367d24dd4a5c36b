<?php
// rule: 2.2
declare(strict_types=1);
function f(int $i) { return $i; }
try { f("1"); } catch (TypeError $e) { echo "strict\n"; }
echo implode(',', array_map('f', [1, 2])), "\n";
echo call_user_func('f', 3), "\n";
try { strlen(5); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
function g(float $x) { var_dump($x); }
g(5);
