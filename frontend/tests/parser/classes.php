<?php
abstract readonly class A extends B implements C, D {
    /** first */
    use T, U { T::f insteadof U; U::f as protected g; h as final; i as list; }
    /** const */
    final protected const A = 1, B = 2;
    #[P] public private(set) ?int $x = 1, $y;
    var $z;
    public string $hooked = 'a' {
        /** get */
        final get => $this->hooked;
        #[H] set(string $value) { $this->hooked = $value; }
    }
    abstract protected int $virtual { get; &get; }
    public function __construct(private readonly int $p = 1, public $q { set => $value; }, protected(set) string $r = 'x') {}
    abstract static function s(): void;
}
interface I extends J, K { const X = 1; function m(); }
trait T { abstract private function n(); static int|float $count = 0; }
final class F {}
enum E { case A; public static function f(): self { return self::A; } }
