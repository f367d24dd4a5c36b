<?php
// rule: 5.4
ini_set('precision', '5');
echo 1 / 3, ' ', (string) 3.14159265, "\n";
ini_set('precision', '17');
echo 0.1, "\n";
