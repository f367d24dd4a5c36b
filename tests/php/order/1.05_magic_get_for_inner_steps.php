<?php
// rule: 1.5
class M {
    private $data = ['list' => [1]];
    function &__get($n) { echo "get $n\n"; return $this->data[$n]; }
    function __set($n, $v) { echo "set $n\n"; $this->data[$n] = $v; }
    function __isset($n) { echo "isset $n\n"; return isset($this->data[$n]); }
    function __unset($n) { echo "unset $n\n"; unset($this->data[$n]); }
}
$m = new M;
$m->list[] = 2;
$m->list[0]++;
var_dump($m->list, isset($m->list[1]), isset($m->nope[1]), $m->nope ?? 'default');
unset($m->list[0]);
var_dump($m->list);
