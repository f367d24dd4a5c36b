<?php
// rule: 6.1
try { var_dump(class_exists('Child')); class Child extends Parent1 {} } catch (Error $e) { echo $e->getMessage(), "\n"; }
class Parent1 implements Countable { function count(): int { return 0; } }
