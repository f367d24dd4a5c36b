<?php
// rule: 2.7
namespace N;
function strlen($s) { return 'mine'; }
echo strlen('abc'), \strlen('abc'), namespace\strlen('abc'), "\n";
