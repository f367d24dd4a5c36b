<?php
// rule: 3.6

// What a generator shows lives until the next `yield`, also where kinds of values change; what is sent dies at once if
// nobody wants it; locals keep their values, whatever they become.

class D
{
    public function __construct(public string $name)
    {
    }
    public function __destruct()
    {
        echo "~{$this->name} ";
    }
}

function kinds()
{
    $i = PHP_INT_MAX - 2;
    $text = 'a';
    while (true) {
        $sent = yield $text => $i;
        if ($sent !== null) {
            echo '<', is_object($sent) ? $sent->name : $sent, '>';
        }
        $i++;
        $text .= 'b';
        if (is_float($i)) {
            yield new D('value');
            yield 'key' => 1;
            yield new D('key') => [1, 2];
            yield 5 => 'five';
            yield 'six';
            $i = 'x';
        }
        if ($i === 'z') {
            return $text;
        }
    }
}

$g = kinds();
foreach ($g as $key => $value) {
    echo is_object($key) ? $key->name : $key, '=';
    echo is_object($value) ? $value->name : json_encode($value), ' ';
    unset($key, $value);
}
echo $g->getReturn(), "\n";

function swallows()
{
    try {
        while (true) {
            yield new D('y');
            echo 'on ';
        }
    } catch (Exception $e) {
        echo get_class($e), ':', $e->getMessage(), ' ';
        yield 7;
        yield 8;
    } finally {
        echo "finally\n";
    }
}

$g = swallows();
var_dump($g->valid());
$g->send(new D('sent'));
echo "| ";
$g->next();
echo "| ";
var_dump($g->throw(new Exception('thrown')), $g->key(), $g->current());
$g->next();
var_dump($g->key(), $g->current());
unset($g);

function outer($inner)
{
    $n = 1;
    $got = yield from $inner;
    echo "got $got\n";
    yield $n + 1 => $n;
    foreach ([3, 4] as $n) {
        yield $n;
    }
}
function inner()
{
    $sent = yield 1;
    echo "sent $sent\n";
    yield 2;
    return 'done';
}
$g = outer(inner());
echo $g->current(), "\n";
echo $g->send('s'), "\n";
foreach ([1, 2, 3, 4] as $_) {
    $g->next();
    var_dump($g->valid(), $g->key(), $g->current());
}

function failing()
{
    yield 1;
    yield new class {
        public function __destruct()
        {
            throw new Exception('from a destructor');
        }
    };
    yield 3;
}
try {
    foreach (failing() as $value) {
        echo gettype($value), "\n";
        unset($value);
    }
} catch (Exception $e) {
    echo $e->getMessage(), "\n";
}

function lines()
{
    yield 1;
    yield
        2;
    yield from
        more();
}
function more()
{
    yield count((new Exception)->getTrace());
}
$g = lines();
$r = new ReflectionGenerator($g);
foreach ($g as $value) {
    echo $r->getExecutingLine(), ' ', $value, "\n";
}

// The same generator in two loops, and one that is resumed by what it drops.
$g = (function () {
    for ($i = 0; $i < 6; $i++) {
        yield $i;
    }
})();
foreach ($g as $a) {
    echo $a;
    foreach ($g as $b) {
        echo $b;
        if ($b == 3) {
            break;
        }
    }
    break;
}
echo $g->current(), "\n";

class Resumes
{
    public static $g;
    public function __destruct()
    {
        try {
            self::$g->next();
        } catch (Error $e) {
            echo $e->getMessage(), "\n";
        }
    }
}
Resumes::$g = (function () {
    yield new Resumes;
    yield 2;
    yield 3;
})();
foreach (Resumes::$g as $value) {
    echo gettype($value), "\n";
    unset($value);
}
