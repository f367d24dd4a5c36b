<?php
// rule: 2.2
function f(int $x)
{
}
try { f('abc'); } catch (TypeError $e) { echo $e->getLine(), ' ', $e->getMessage(), "\n"; echo count($e->getTrace()), $e->getTrace()[0]['function'], "\n"; }
