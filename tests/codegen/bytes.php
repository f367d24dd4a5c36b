<?php
// absent in loops of checksum: ssa call_entry call_checked call_builtin_generic retain place_*
// absent in loops of checksum: clif call_indirect
function checksum(string $text): int {
    $sum = 0;
    for ($i = 0; $i < strlen($text); $i++) {
        $sum = ($sum * 31 + ord($text[$i])) & 0xffffff;
    }
    return $sum;
}
echo checksum("hello, world"), "\n";
