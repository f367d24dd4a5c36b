//! `$s .= x` on strings: the string grows in place where it is held once.
//!
//! ```text
//! v3, v4 = place_assign_op [] Concat v1, …, v2  =>  v3 = prim string_append v1, v2 ; retain v3
//! ```
//!
//! Requires types. Adds blocks.

use crate::pir::BinaryOp;
use crate::ssa::edit::Detour;
use crate::ssa::*;
use phpc_abi::primitives::Primitive;

pub fn run(func: &mut Func) {
    let may_expand = |data: &InstData| data.op == Op::place_assign_op && matches!(&data.imm, Imm::Place(shape) if shape.steps.is_empty());
    if !func.has(may_expand) {
        return;
    }
    crate::ssa::edit::pass_results_on_exits(func);
    crate::ssa::edit::expand_each(func, expand);
}

fn expand(func: &mut Func, block: Block, at: usize) -> bool {
    let data = func.inst(func.blocks[block.index()].insts[at]).clone();
    let Imm::Place(shape) = &data.imm else { return false };
    if data.op != Op::place_assign_op || !shape.steps.is_empty() || shape.mode != PlaceMode::Op(BinaryOp::Concat) {
        return false;
    }
    let (base, right) = (data.args[0], data.args[2]);
    let ty = |value: Value| func.values[value.index()].ty;
    let (left_type, right_type) = (ty(base), ty(right));
    let piece = if right_type.is(Mask::INT) { Type::INT } else { Type::STRING };
    if data.results.len() != 2 || !left_type.may_be(Mask::STRING) || !right_type.may_be(piece.tags()) {
        return false;
    }
    let Detour { mut cursor, slow, rest } = func.detour(block, at);
    let left = cursor.need_type(func, base, Type::STRING, slow);
    let right = cursor.need_type(func, right, piece, slow);
    let primitive = if piece.is(Mask::INT) { Primitive::string_append_int } else { Primitive::string_append };
    let joined = cursor.value(func, Op::prim, &[left, right], Imm::Primitive(primitive), Type::STRING);
    cursor.retain(func, joined);
    cursor.jump(func, rest, vec![joined, joined]);
    true
}
