<?php
// rule: 1.3
for ($i = 0; $i < 3; $i++) { echo "[$last]"; $last = $i; }
echo "\n";
