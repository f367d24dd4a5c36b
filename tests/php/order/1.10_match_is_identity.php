<?php
// rule: 1.10
foreach ([1, '1', 1.0, true] as $v) { echo match ($v) { 1 => 'int', '1' => 'string', true => 'true', default => 'default' }, "\n"; }
