<?php
namespace App\Models;
use Foo\Bar, Foo\Baz as Qux;
use function Foo\{first, second as other};
use Foo\{Klass, function fun, const ANSWER,};
const ONE = 1, TWO = ONE + 1;
class Names {
    const CLASS_ = 1, array = 2;
    const int|string TYPED = 'x';
    function list() { return $this->class->fn()::new; }
    static function exit(self $match): static { return new static; }
}
echo \strlen('x'), namespace\f(), Names::list, enum::class, static::class;
enum Suit: string implements Named { case Hearts = 'H'; case Default = 'D'; const enum = self::Hearts; }
function enum() { return enum(); }
