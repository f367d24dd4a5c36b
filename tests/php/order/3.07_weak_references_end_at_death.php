<?php
// rule: 3.7
$o = new stdClass;
$w = WeakReference::create($o);
var_dump($w->get() === $o);
$m = new WeakMap; $m[$o] = 1;
$o = null;
var_dump($w->get(), count($m));
