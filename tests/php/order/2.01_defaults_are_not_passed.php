<?php
// rule: 2.1
// Traces and func_num_args show what was passed, whoever supplies the defaults.
final class Node
{
    public function __construct(public ?Node $left = null, public int|float $weight = 2, private bool $checked = true)
    {
        if ($weight > 5) {
            throw new RangeException('heavy');
        }
    }
    public function scaled(float $by = 2, int $more = 1): float
    {
        return $this->trace($this->weight * $by) + $more;
    }
    private function trace(float $value, string $what = 'scaled', ?array $list = null): float
    {
        echo (new Exception)->getTraceAsString(), "\n";
        return $value;
    }
    public function counted(int $a = 1, int $b = 2): int
    {
        return func_num_args() * 100 + $a * 10 + $b;
    }
}
function make(int $depth): Node
{
    return $depth === 0 ? new Node() : new Node(make($depth - 1), $depth);
}
$node = make(4);
var_dump($node->scaled(), $node->scaled(3.0), $node->left->scaled(1), $node->counted(), $node->counted(5));
try {
    make(7);
} catch (RangeException $error) {
    echo $error->getTraceAsString(), "\n";
}
try {
    var_dump((new Node(null, '3'))->scaled());
    var_dump((new Node(new stdClass))->scaled());
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}
