<?php
// rule: 1.10
function f(string $s): int {
    switch ($s) {
        case '': return 0;
        case 'a': return 1;
        case 'ab': return 2;
        case 'abc': return 3;
        case 'abd': return 33;
        case 'abcd': return 4;
        case 'abcde': return 5;
        case 'abcdef': return 6;
        case 'abcdefg': return 7;
        case 'abcdefgh': return 8;
        case 'abcdefghi': return 9;
        case 'abcdefghj': return 99;
        case 'abcdefghijklmnop': return 16;
        case 'abcdefghijklmnopq': return 17;
        case 'abcdefghXjklmnopq': return 177;
        case 'abcdefghijklmnopqrstuvwxyz0123456789': return 36;
        case 'abcdefghijklmnopqrstuvwxyz!123456789': return 366;
        case 'abc': return -1;
    }
    return -2;
}
function g(mixed $s) {
    return match ($s) { 'x' => 1, 'yy' => 2, 'zzz' => 3, 'four' => 4, 'seventeen letters' => 17, default => 'none' };
}
function h($s, $t) { return [$s === 'hello', $s === 'hello world', $s == 'abc', $t === 'abcdefghijklmnopqrstuvw', 'q' === $s, $s !== 'hello', '' === $s, $s === 'abc', $s === 'abcdefg' . chr(0)]; }
$tests = ['', 'a', 'b', 'ab', 'abc', 'abd', 'abx', 'abcd', 'abce', 'abcde', 'abcdX', 'Xbcde', 'abcdef', 'abcdefg', 'abcdXfg', 'abcdefgh', 'abcdefghi', 'abcdefghj', 'abcdefghk', 'Xbcdefghi', 'abcdefghijklmnop', 'abcdefghijklmnopq', 'abcdefghXjklmnopq', 'abcdefghYjklmnopq', 'abcdefghijklmnopqrstuvwxyz0123456789', 'abcdefghijklmnopqrstuvwxyz!123456789', 'abcdefghijklmnopqrstuvwxyz?123456789', 'Xbcdefghijklmnopqrstuvwxyz?123456789', "abc\0", 'hello', 'hello world', 'hello_world', 'abcdefghijklmnopqrstuvw', "abcdefg\0"];
for ($i = 0; $i < 2; $i++) foreach ($tests as $t) { $u = str_replace('_', ' ', $t . ''); $v = substr($t . '~', 0, -1); echo json_encode($t), ' ', f($u), ' ', f($v), ' ', json_encode(h($u, $v)), json_encode(g($t)), "\n"; }
foreach (['x', 'yy', 'zzz', 'four', 'fouR', 'seventeen letters', 'seventeen lettErs', 1, null, 1.5, true, [], new stdClass] as $x) echo json_encode(g($x)), "\n";
