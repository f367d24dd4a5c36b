<?php
#[A(1 + 1, b: new B)]
abstract class C extends P implements I {
    use T { T::a as protected b; }
    const X = 1 << 3, Y = self::X . 'y';
    public int|float $n = 1;
    private(set) ?string $s { get => $this->s ?? __PROPERTY__; set(?string $v) { $this->s = $v; parent::$s::set($v); } }
    public string $v { get => 'v'; }
    public function __construct(protected readonly self|null $p, public array $q = [1, 'k' => 2]) {}
    abstract protected static function m(self $x, int ...$rest): static;
}
enum E: string { case A = 'a'; const D = self::A; }
