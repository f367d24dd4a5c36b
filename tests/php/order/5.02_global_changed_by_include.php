<?php
// rule: 5.2
$g = 1;
function loop() { global $g; $s = 0; for ($i = 0; $i < 4; $i++) { $s += $g; if ($i == 1) eval('$GLOBALS["g"] = 2.5;'); } return $s; }
var_dump(loop());
