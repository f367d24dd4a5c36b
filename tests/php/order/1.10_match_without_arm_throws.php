<?php
// rule: 1.10
foreach ([5, 'text', 1.5, null, true, [], new stdClass] as $v) {
    try { match ($v) { 'never' => 1 }; } catch (\UnhandledMatchError $e) { echo $e->getMessage(), "\n"; }
}
