<?php
// absent in naturals: ssa retain step generator_throw
function naturals(int $limit): Generator {
    for ($i = 1; $i <= $limit; $i++) {
        yield $i;
    }
}
foreach (naturals(3) as $i) {
    echo $i, "\n";
}
