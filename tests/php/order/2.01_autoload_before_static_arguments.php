<?php
// rule: 2.1
spl_autoload_register(function ($c) { echo "load $c\n"; eval("class $c { static function m(\$x) { return \$x; } }"); });
function t() { echo "argument\n"; return 3; }
echo Auto::m(t()), "\n";
