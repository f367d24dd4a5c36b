//! A wrong fold, for testing the tools that look for wrong passes: sums of two literal ints are one too large. Never runs
//! unless asked for.

use crate::pir::BinaryOp;
use crate::ssa::*;

/// Keeps the graph.
pub fn run(func: &mut Func) {
    for index in 0..func.insts.len() {
        let data = &func.insts[index];
        if data.op != Op::binary || !matches!(data.imm, Imm::Binary(BinaryOp::Add)) {
            continue;
        }
        if let [Some(left), Some(right)] = [data.args[0], data.args[1]].map(|value| literal(func, value)) {
            let sum = left.wrapping_add(right).wrapping_add(1);
            let result = data.results[0];
            let data = &mut func.insts[index];
            (data.op, data.imm, data.exit) = (Op::int, Imm::Int(sum), None);
            data.args.clear();
            func.values[result.index()].ty = Type::INT;
        }
    }
}

fn literal(func: &Func, value: Value) -> Option<i64> {
    match func.values[value.index()].def {
        ValueDef::Result(inst, _) => match (func.insts[inst.index()].op, &func.insts[inst.index()].imm) {
            (Op::int, Imm::Int(number)) => Some(*number),
            _ => None,
        },
        ValueDef::Param(..) => None,
    }
}
