<?php
// rule: 1.9
class A { static $n = 0; public $id; function __construct($x = null) { $this->id = ++self::$n; } }
$a = [new A(new A), new A];
echo $a[0]->id, $a[1]->id, ' ', spl_object_id($a[0]) < spl_object_id($a[1]) ? 'in order' : 'not', "\n";
