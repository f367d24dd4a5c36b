<?php
// rule: 2.6
function f() { $e = 'extract'; try { $e(['a' => 1]); } catch (Error $x) { echo $x->getMessage(), "\n"; } $c = 'compact'; try { $c('e'); } catch (Error $x) { echo $x->getMessage(), "\n"; } }
f();
