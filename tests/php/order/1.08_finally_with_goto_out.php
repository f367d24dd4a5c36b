<?php
// rule: 1.8
function f() { try { goto end; } finally { echo "finally\n"; } end: return 'end'; }
echo f(), "\n";
