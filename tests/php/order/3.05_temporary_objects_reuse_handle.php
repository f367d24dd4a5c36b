<?php
// rule: 3.5
for ($i = 0; $i < 3; $i++) { echo spl_object_id(new stdClass), ' '; }
$k = new stdClass;
for ($i = 0; $i < 3; $i++) { $t = new stdClass; echo spl_object_id($t), ' '; }
echo "\n";
