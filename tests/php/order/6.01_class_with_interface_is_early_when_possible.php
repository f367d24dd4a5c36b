<?php
// rule: 6.1
var_dump(class_exists('Plain'), class_exists('WithInterface'), class_exists('Child'), class_exists('ChildOfLater'), enum_exists('En'));
class Plain {}
class WithInterface implements Countable { function count(): int { return 0; } }
class Child extends Plain {}
class Late extends Plain {}
class ChildOfLater extends Late {}
enum En { case A; }
var_dump(class_exists('WithInterface'), class_exists('En'));
