<?php
// rule: 6.2
eval('$made = 1; function made() { return $GLOBALS["made"]; }');
echo $made + made(), "\n";
