<?php
// rule: 3.6
class It implements IteratorAggregate {
    function __construct(private string $end) {}
    function getIterator(): Generator {
        yield 'foo';
        echo "end ";
        if ($this->end === 'throw') throw new Exception("body");
        return 5;
    }
    function __destruct() {
        echo "~It ";
        throw new Exception("destructor");
    }
}
class S { function __destruct() { echo "~S "; } }
function f($end) { echo "sent ", yield from new It($end), " "; return [new S, yield from new It($end)]; }
foreach (['throw', 'return'] as $end) {
    $gen = f($end);
    echo $gen->current(), " ";
    try { $gen->next(); echo "went on "; }
    catch (Exception $e) { echo $e->getMessage(), " after ", $e->getPrevious()?->getMessage() ?? 'nothing', " "; }
    var_dump($gen->valid());
    try { $gen = null; } catch (Exception $e) { echo $e->getMessage(), "\n"; }
    $gen = (new It($end))->getIterator();
    $gen->current();
    try { $gen = null; } catch (Exception $e) { echo $e->getMessage(), "\n"; }
}
