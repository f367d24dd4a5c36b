<?php
// rule: 6.02
// A finally, an exit and a reference argument around the first eval of top-level code.
function change(&$x, $y) { $x = "$x/$y"; return $x; }
$text = 'start';
$n = 0;
while ($n < 10) {
    $n++;
    if ($n % 2) continue;
    try {
        $text .= $n;
        if ($n === 6) break;
    } finally {
        $text .= '.';
    }
}
echo change($text, eval('$text = "replaced"; return $n;')), "\n";
echo $text, "\n";
try {
    $value = [1, 2, 3];
    foreach ($value as &$item) { $item *= 2; }
    unset($item);
    foreach ($value as $key => $item) {
        if ($key === 1) { eval('throw new LogicException("inside $key $item");'); }
    }
} catch (LogicException $e) {
    echo get_class($e), ' ', $e->getMessage(), ' ', $e->getLine(), "\n";
} finally {
    echo "finally $key $item\n";
}
echo @$missing, $undefined ?? 'none', "\n";
set_error_handler(function ($no, $message) { echo "handled: $message\n"; return true; });
echo $never;
register_shutdown_function(function () { global $n, $left; echo "shutdown $n $left\n"; });
$left = 'over';
exit(eval('return "bye $left\n";'));
