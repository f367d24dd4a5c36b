<?php
// rule: 5.3
class S { public static int $n = 1; public static ?string $s = null; }
$r = &S::$n;
$r = "12";
var_dump(S::$n);
try { S::$n = 'x'; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
try { $r = []; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
