<?php
// rule: 2.5
function f($a, $b) { throw new LogicException("msg"); }
f('x', [1, 2]);
