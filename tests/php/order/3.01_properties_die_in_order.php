<?php
// rule: 3.1
class D { public $x; public $y; function __construct(public $n) {} function __destruct() { echo "~$this->n "; } }
$d = new D('d'); $d->y = new D('y'); $d->x = new D('x'); $d->dyn = null;
$d = null;
echo "\n";
