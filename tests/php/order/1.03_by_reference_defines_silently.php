<?php
// rule: 1.3
function r(&$p) {}
r($never);
var_dump($never);
