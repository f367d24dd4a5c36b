<?php
// absent in classify: ssa binary branch
// absent in is_greeting: ssa place_*
// absent in is_greeting: clif call
// absent in is_letter: clif call
function classify(string $word): int {
    switch ($word) {
        case 'if': return 1;
        case 'else': return 2;
        case 'while': return 3;
        case 'for': return 4;
        case 'continue': return 5;
        case 'endforeach': return 6;
    }
    return 0;
}
function is_greeting(string $word): bool {
    return $word === 'hello' || $word === 'good morning';
}
function is_letter(string $byte): bool {
    return $byte >= "a" && $byte <= "z";
}
foreach (explode(' ', 'if else while until hello') as $word) {
    echo classify($word), is_greeting($word) || is_letter($word) ? '!' : '', "\n";
}
