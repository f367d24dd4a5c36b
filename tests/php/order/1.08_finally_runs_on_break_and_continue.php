<?php
// rule: 1.8
for ($i = 0; $i < 3; $i++) {
    try { if ($i == 0) continue; if ($i == 1) break; } finally { echo "f$i\n"; }
}
echo $i, "\n";
