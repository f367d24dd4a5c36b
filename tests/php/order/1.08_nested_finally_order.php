<?php
// rule: 1.8
function f() {
    try { try { return 'r'; } finally { echo "inner\n"; } } finally { echo "outer\n"; }
}
echo f(), "\n";
