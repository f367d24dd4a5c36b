<?php
// rule: 1.11
if ($a
    && $b) {}
if (!$a
    && !$b) {}
while (
    $c
) {}
