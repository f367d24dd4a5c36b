<?php
// rule: 5.1
function call() { return function_exists('later') ? later() : 'absent'; }
echo call(), "\n";
eval('function later() { return "present"; }');
echo call(), "\n";
