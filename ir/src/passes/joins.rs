//! `a . b` where `a` is given up right after: `b` is appended to it, in place if nobody else holds it.
//!
//! ```text
//! v1 = binary concat v4, v5                   v1 = prim concat_roomy v4, v5
//! v3 = binary concat v1, v2 ; release v1  =>  v3 = prim string_append v1, v2
//! ```
//!
//! Requires types. Adds nothing.

use crate::pir::BinaryOp;
use crate::ssa::*;
use phpc_abi::primitives::Primitive;

pub(super) fn run(func: &mut Func) {
    let mut edges = None;
    for n in 0..func.blocks.len() {
        let mut at = 0;
        while at < func.blocks[n].insts.len() {
            let inst = func.blocks[n].insts[at];
            if is_join(func, inst)
                && let Some(released) = release_of(func, &func.blocks[n].insts[at + 1..], func.insts[inst.index()].args[0])
                && let Some(primitive) = appending(func, inst, &mut edges)
            {
                func.blocks[n].insts.remove(at + 1 + released);
                make_room(func, func.insts[inst.index()].args[0]);
                let data = &mut func.insts[inst.index()];
                (data.op, data.imm) = (Op::prim, Imm::Primitive(primitive));
            }
            at += 1;
        }
    }
}

fn is_join(func: &Func, inst: Inst) -> bool {
    let data = &func.insts[inst.index()];
    let is_string = |value: Value| func.values[value.index()].ty.is(Mask::STRING);
    matches!(data.imm, Imm::Binary(BinaryOp::Concat)) && is_string(data.args[0]) && data.args[0] != data.args[1]
}

/// What will be appended to begins with room for it.
fn make_room(func: &mut Func, joined: Value) {
    let ValueDef::Result(inst, _) = func.values[joined.index()].def else { return };
    let data = &mut func.insts[inst.index()];
    if data.imm == Imm::Binary(BinaryOp::Concat) {
        (data.op, data.imm) = (Op::prim, Imm::Primitive(Primitive::concat_roomy));
    }
}

/// Where the value is released, if that is the next that happens to it in the block.
fn release_of(func: &Func, insts: &[Inst], value: Value) -> Option<usize> {
    let at = insts.iter().position(|inst| func.insts[inst.index()].uses().any(|used| used == value))?;
    let data = &func.insts[insts[at].index()];
    (data.op == Op::release && data.exit.is_none()).then_some(at)
}

/// The primitive that appends the right operand. What may throw must find, where it goes then, the left one's release: it
/// has been given up already, and the release goes.
fn appending(func: &mut Func, inst: Inst, edges: &mut Option<Vec<usize>>) -> Option<Primitive> {
    let data = &func.insts[inst.index()];
    let [left, right] = [data.args[0], data.args[1]];
    let ty = func.values[right.index()].ty;
    let Some(exit) = &data.exit else {
        return match () {
            () if ty.is(Mask::STRING) => Some(Primitive::string_append),
            () if ty.is(Mask::INT) => Some(Primitive::string_append_int),
            () => None,
        };
    };
    let block = exit.block.index();
    if exit.args.contains(&left) || edges.get_or_insert_with(|| func.incoming_counts())[block] != 1 {
        return None;
    }
    let released = release_of(func, &func.blocks[block].insts, left)?;
    let rest = &func.blocks[block].insts[released + 1..];
    if rest.iter().any(|inst| func.insts[inst.index()].uses().any(|used| used == left)) {
        return None;
    }
    func.blocks[block].insts.remove(released);
    Some(Primitive::string_append_value)
}
