<?php
// rule: 1.9
class A { function __construct(public $b) {} }
class B {}
$a = new A(new B);
var_dump($a);
