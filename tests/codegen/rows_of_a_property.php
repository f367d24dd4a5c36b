<?php
// absent in loops of Grid::total: ssa call* place_* prim_void retain release
// absent in loops of Grid::total: clif call call_indirect
// absent in loops of Grid::marked: ssa call* place_* prim_void type_is
final class Grid {
    private array $rows = [];
    public function __construct(int $n) {
        for ($i = 0; $i < $n; $i++) {
            $row = [];
            for ($j = 0; $j < $n; $j++) {
                $row[] = $i ^ $j;
            }
            $this->rows[] = $row;
        }
    }
    public function total(int $n): int {
        $sum = 0;
        for ($i = 0; $i < $n; $i++) {
            for ($j = 0; $j < $n; $j++) {
                $sum += $this->rows[$i][$j];
            }
        }
        return $sum;
    }
    public function marked(int $i, int $bits): int {
        $count = 0;
        foreach ($this->rows[$i] as $cell) {
            $count += $cell & $bits;
        }
        return $count;
    }
}
$grid = new Grid(20);
echo $grid->total(20), ' ', $grid->marked(3, 6), "\n";
