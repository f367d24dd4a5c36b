<?php
function g($n) { yield from g($n+1); }
foreach (g(0) as $x) {}
