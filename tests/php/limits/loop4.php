<?php
set_time_limit(1);
function r($n) { if ($n == 0) return 1; return r($n-1) + r($n-1); }
echo r(60);
