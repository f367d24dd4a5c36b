<?php
// rule: 2.5
function tr($x, $y) { $x = 'changed'; unset($y); throw new Exception('t'); }
try { tr(1, 2); } catch (Exception $e) { echo preg_replace('/^.*?: /m', '', $e->getTraceAsString()), "\n"; }
