<?php
ini_set('memory_limit', '1G');
$s = str_repeat('abcdefghij', 10*1024*1024);
echo strlen($s), " ", crc32($s), "\n";
$t = $s . 'x'; $t .= 'y';
echo strlen($t), substr($t, -5), "\n";
echo strlen(strtoupper($s)), " ", substr_count($s, 'abc'), " ", strpos($s, 'jb') === false ? 'no' : 'yes', "\n";
$s[5] = 'Z';
echo strlen(implode(',', [$s, $s])), " ", $s[5], $s[104857599], "\n";
