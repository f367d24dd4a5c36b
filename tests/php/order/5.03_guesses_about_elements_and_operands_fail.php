<?php
// rule: 5.1
// rule: 5.3
// Elements, keys, operands and references that are not what the rest of the program lets expect.
final class Rows
{
    public array $rows = [[1, 2, 3], [4, 5, 6]];
    public array $flat = [1, 2, 3];
    public function __construct(array $flat)
    {
        $this->flat = $flat;
    }
    public function grow(): void
    {
        $this->rows[] = [7, 8];
        $this->flat[] = 4;
    }
    public function sum(int $i): mixed
    {
        $sum = 0;
        for ($j = 0; $j < 2; $j++) {
            $sum += $this->rows[$i][$j];
        }
        return $sum;
    }
    public function bits(int $i, int $mask): string
    {
        $text = '';
        foreach ($this->rows[$i] as $value) {
            $text .= ($value & $mask) . ',';
        }
        return $text;
    }
    public function at(mixed $key): mixed
    {
        $value = $this->flat[$key];
        return [$value, $key + 1];
    }
}

function names(mixed $x): string
{
    switch ($x) {
        case 0: return 'zero';
        case 1: return 'one';
        case 2: return 'two';
        case 3: return 'three';
        case 1: return 'never';
        default: return 'other';
    }
}

function opcode(array $code, int $at): string
{
    $op = $code[$at];
    return match (true) {
        $op === 5 => 'five',
        $op === 6 => 'six',
        $op === 7 => 'seven',
        $op === 8 => 'eight',
        default => 'none',
    };
}

function push(array &$list, int $value): void
{
    $list[] = $value;
}

final class Gone
{
    public function __destruct()
    {
        echo "gone\n";
    }
}

$rows = new Rows([1, 2, 3]);
$rows->grow();
echo $rows->sum(0), ' ', $rows->bits(1, 6), "\n";
$rows->rows[1] = ['a' => 1.5, 'b' => 3, 'c' => '7'];
try {
    echo $rows->bits(1, 6), "\n";
} catch (Throwable $error) {
    echo get_class($error), ': ', $error->getMessage(), "\n";
}
$rows->rows[2] = new ArrayIterator([9, 10]);
echo $rows->bits(2, 3), ' ', $rows->sum(2), "\n";
$rows->rows[0] = [new Gone, 2];
try {
    echo $rows->sum(0), "\n";
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
    unset($error);
}
$rows->rows[0] = 'text';
try {
    echo $rows->sum(0), "\n";
} catch (TypeError $error) {
    echo $error->getMessage(), "\n";
}
$held = 5;
$rows->rows[0] = [&$held, PHP_INT_MAX];
echo $rows->sum(0), ' ', $rows->bits(0, 7), "\n";
foreach ([1, '2', 1.0, true, null, 'x', 9] as $key) {
    try {
        echo json_encode($rows->at($key)), "\n";
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
foreach ([0, 1, '1', 2.0, null, '3', 'one', 4, [], true] as $x) {
    echo names($x), ' ';
}
echo "\n", opcode([5, 6, 7.0, '8', 8], 0), opcode([5, 6, 7.0, '8', 8], 2), opcode([5, 6, 7.0, '8', 8], 3), opcode([5, 6, 7.0, '8', 8], 4), "\n";
$list = [1];
$one = &$list;
push($list, 2);
push($one, 3);
echo json_encode($list), "\n";
$wrong = 'text';
try {
    push($wrong, 4);
} catch (TypeError $error) {
    echo substr($error->getMessage(), 0, 60), "\n";
}
$none = null;
try {
    push($none, 4);
} catch (TypeError $error) {
    echo substr($error->getMessage(), 0, 60), "\n";
}
foreach ([3, 2.5, '4', 'x', [1], null] as $a) {
    foreach ([2, 1.5, '3', true] as $b) {
        try {
            echo json_encode([$a + $b, $a * $b, $a % $b, $a | $b, $a < $b, $a << $b]), ' ';
        } catch (Throwable $error) {
            echo $error->getMessage(), ' ';
        }
    }
    echo "\n";
}
