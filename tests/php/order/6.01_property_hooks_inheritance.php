<?php
// rule: 6.1
class A { public int $x { get => $this->x * 2; set => $value + 1; } public string $name = 'a' { get => strtoupper($this->name); } }
class B extends A { public int $x { get => parent::$x::get() + 100; } }
$b = new B; $b->x = 5;
echo $b->x, $b->name, "\n";
