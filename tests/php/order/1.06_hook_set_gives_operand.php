<?php
// rule: 1.6
class H { public string $p { set(string $v) { $this->p = strtoupper($v); } } }
$h = new H;
var_dump($h->p = 'abc');
var_dump($h->p);
