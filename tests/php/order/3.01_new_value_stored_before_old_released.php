<?php
// rule: 3.1
class D { public $self; function __destruct() { global $g; echo gettype($g), "\n"; } }
$g = new D;
$g = 'new';
