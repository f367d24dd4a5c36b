<?php
// rule: 2.5
function tr(...$a) { echo preg_replace('/#0 .*?: /', '', explode("\n", (new Exception)->getTraceAsString())[0]), "\n"; }
tr(1, 1.0, 1.5, 'short', 'a string that is longer than fifteen', null, true, [], [1], new stdClass, fn() => 1);
