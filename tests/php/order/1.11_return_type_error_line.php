<?php
// rule: 1.11
function f(): int {
    $x = 'a';

    return
       $x;
}
try { f(); } catch (TypeError $e) { echo $e->getLine(), "\n"; }
function g(): int {

}
try { g(); } catch (TypeError $e) { echo $e->getLine(), ' ', $e->getMessage(), "\n"; }
