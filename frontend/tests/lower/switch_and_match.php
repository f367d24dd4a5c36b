<?php
function f($x) {
    switch ($x) {
        case 1:
        case 'a': one(); break;
        default: other();
    }
    switch (g()) {
        case h(): return 1;
    }
    return match ($x) { 1, 2 => 'few', 3 => 'three' } . match (true) { $x > 1 => 'many', default => 'one' };
}
