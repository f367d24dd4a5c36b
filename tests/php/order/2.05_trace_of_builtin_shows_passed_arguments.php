<?php
// rule: 2.5
// A builtin that warns shows the arguments of its call, no defaults, nor what was passed by reference as more.
function search(string $subject): void
{
    var_dump(preg_match('/[/', $subject, $found));
    var_dump(preg_match('/(/', $subject));
    var_dump(preg_replace('/[/', 'a', $subject));
    var_dump(htmlspecialchars_decode($subject));
    var_dump(str_replace('x', 'y', $subject));
}
set_error_handler(function (int $level, string $message): bool {
    foreach (debug_backtrace() as $frame) {
        if (isset($frame['args'])) {
            echo str_starts_with($frame['function'], '{closure') ? 'handler' : $frame['function'], '(', count($frame['args']), ') ';
        }
    }
    echo strlen($message) > 0 ? "warned\n" : "silent\n";
    return true;
});
search('text x');
