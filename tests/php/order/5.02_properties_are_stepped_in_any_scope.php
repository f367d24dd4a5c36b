<?php
// rule: 5.2

// `++` of a property in code that runs in several scopes: traits, closures; where the slot holds no int, or may not.

trait Counts
{
    private int $n = 0;
    protected $any = PHP_INT_MAX;
    public readonly int $fixed;
    public ?int $maybe = null;
    public function up()
    {
        return [++$this->n, $this->n++, --$this->n, $this->n--, ++$this->maybe];
    }
    public function over()
    {
        return [$this->any++, $this->any];
    }
    public function max()
    {
        $this->n = PHP_INT_MAX;
        try {
            $this->n++;
        } catch (TypeError $e) {
            echo $e->getMessage(), "\n";
        }
        return $this->n;
    }
    public function fix()
    {
        $this->fixed = 1;
        try {
            $this->fixed++;
        } catch (Error $e) {
            echo $e->getMessage(), "\n";
        }
        return $this->fixed;
    }
    public function gone()
    {
        unset($this->any);
        return [$this->any++, $this->any, $this->other++, $this->other];
    }
}
class A
{
    use Counts;
}
class B extends A
{
    use Counts;
    private array $data = [];
    public function __get($name)
    {
        echo "get $name\n";
        return $this->data[$name] ?? 5;
    }
    public function __set($name, $value)
    {
        echo "set $name\n";
        $this->data[$name] = $value;
    }
}
foreach ([new A, new B] as $object) {
    echo json_encode([$object->up(), $object->over(), $object->max(), $object->fix()]), "\n";
    echo json_encode(@$object->gone()), "\n";
}
class C
{
    private int $hidden = 1;
    protected static $made = 0;
}
$step = fn ($object) => ++$object->hidden;
$inside = Closure::bind($step, null, C::class);
$c = new C;
$reference = 1;
echo $inside($c), $inside($c), "\n";
try {
    $step($c);
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
$any = new stdClass;
$any->hidden = &$reference;
echo $inside($any), $step($any), $reference, "\n";
