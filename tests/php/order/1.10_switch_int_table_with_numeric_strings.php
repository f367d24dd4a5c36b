<?php
// rule: 1.10
foreach ([1, '1', ' 1', '1.0', '1 ', 1.0, 'x', '0x1'] as $v) {
    switch ($v) { case 0: echo "0\n"; break; case 1: echo "1\n"; break; case 2: echo "2\n"; break; default: echo "none\n"; }
}
