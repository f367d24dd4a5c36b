<?php
// rule: 1.11
try {
    intdiv(
        1,
        0
    );
} catch (DivisionByZeroError $e) { echo $e->getLine(), "\n"; }
