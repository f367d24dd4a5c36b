<?php
// absent in loops of Machine::run: ssa call* place_* prim prim_void release retain
// absent in loops of Machine::run: clif call call_indirect
const ADD = 0;
const SUB = 1;
const JUMP_IF = 2;
const LOAD = 3;
const HALT = 4;
final class Machine {
    public function __construct(private readonly array $code) {
    }
    public function run(int $b): int {
        $code = $this->code;
        $a = 0;
        for ($pc = 0; ; $pc += 2) {
            $argument = $code[$pc + 1];
            switch ($code[$pc]) {
                case ADD:
                    $a += $argument;
                    break;
                case SUB:
                    $b -= $argument;
                    break;
                case JUMP_IF:
                    if ($b !== 0) {
                        $pc = $argument;
                    }
                    break;
                case LOAD:
                    $a = $argument;
                    break;
                case HALT:
                    return $a;
            }
        }
    }
}
echo (new Machine([LOAD, 7, ADD, 3, SUB, 1, JUMP_IF, 0, HALT, 0]))->run(9), "\n";
