<?php
// rule: 2.7
namespace A { function f() { return 'A\f'; } const C = 'A\C'; }
namespace B { use function A\f; use const A\C; use function A\f as g; echo f(), C, g(), "\n"; }
