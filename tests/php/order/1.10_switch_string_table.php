<?php
// rule: 1.10
foreach (['a', 'b', 'c', '1e0', 1, null, true] as $v) {
    switch ($v) { case 'a': echo "A"; break; case 'b': echo "B"; break; case '1': echo "one"; break; case '': echo "empty"; break; default: echo "default"; }
    echo "\n";
}
