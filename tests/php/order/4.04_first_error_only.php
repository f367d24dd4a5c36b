<?php
// rule: 4.4
echo "never printed\n";
const X = 1;
class A { const X = 1; const X = 2; }
class A {}
