//! `$a[$i] op= x` and `$a[$i]++` on numbers that are there: a read, an operation on numbers, a write.
//!
//! Requires types. Adds blocks.

use crate::pir::{BinaryOp, IncDec};
use crate::ssa::edit::{Cursor, Detour};
use crate::ssa::*;

pub fn run(func: &mut Func) {
    let may_expand = |data: &InstData| matches!(data.op, Op::place_assign_op | Op::place_inc_dec);
    if !func.has(may_expand) {
        return;
    }
    crate::ssa::edit::pass_results_on_exits(func);
    crate::ssa::edit::expand_each(func, expand);
}

fn expand(func: &mut Func, block: Block, at: usize) -> bool {
    let data = func.inst(func.blocks[block.index()].insts[at]).clone();
    let Imm::Place(shape) = &data.imm else { return false };
    let (op, post) = match (data.op, shape.mode) {
        (Op::place_assign_op, PlaceMode::Op(op)) => (op, false),
        (Op::place_inc_dec, PlaceMode::IncDec(kind)) => match kind {
            IncDec::PreInc => (BinaryOp::Add, false),
            IncDec::PreDec => (BinaryOp::Sub, false),
            IncDec::PostInc => (BinaryOp::Add, true),
            IncDec::PostDec => (BinaryOp::Sub, true),
        },
        _ => return false,
    };
    let exact = match op {
        BinaryOp::Add => Op::int_add_exit,
        BinaryOp::Sub => Op::int_sub_exit,
        BinaryOp::Mul => Op::int_mul_exit,
        _ => return false,
    };
    if shape.steps[..] != [StepKind::Dim] {
        return false;
    }
    let ty = |value: Value| func.values[value.index()].ty;
    let (base, key) = (data.args[0], data.args[2]);
    if data.results.len() != 2 || !ty(base).is(Mask::ARRAY) || !ty(key).is(Mask::INT) {
        return false;
    }
    let element = ty(base).element();
    let element = if element.may_be(Mask::REFERENCE) { Type::ANY } else { element };
    let operand = match data.op {
        Op::place_assign_op => Some(data.args[3]),
        _ => None,
    };
    let operand_type = operand.map_or(Type::INT, ty);
    if !element.may_be(Mask::NUMBER) || !matches!(operand_type.tags(), Mask::INT | Mask::FLOAT) {
        return false;
    }
    let shape = PlaceShape { steps: vec![StepKind::Dim], mode: PlaceMode::Plain };
    let Detour { mut cursor, slow, rest } = func.detour(block, at);
    let copy = cursor.value(func, Op::element_exit, &[base, key], Imm::None, element);
    set_exit(func, &cursor, Target { block: slow, args: Vec::new() });
    let other = match element.may_be(Mask::COUNTED) {
        false => slow,
        true => {
            let drop = func.new_block(true);
            let on_drop = Cursor { block: drop, pos: data.pos };
            // The array holds it too.
            on_drop.void(func, Op::release, &[copy], Imm::None);
            on_drop.jump(func, slow, Vec::new());
            drop
        }
    };
    let number = match (element.may_be(Mask::INT), element.may_be(Mask::FLOAT)) {
        (true, false) => Type::INT,
        (false, true) => Type::FLOAT,
        _ if operand_type.is(Mask::FLOAT) => Type::NUMBER,
        _ => Type::INT,
    };
    let old = cursor.need_type(func, copy, number, other);
    let operand = operand.unwrap_or_else(|| cursor.value(func, Op::int, &[], Imm::Int(1), Type::INT));
    let new = if number == Type::INT && operand_type.is(Mask::INT) {
        let new = cursor.value(func, exact, &[old, operand], Imm::None, Type::INT);
        set_exit(func, &cursor, Target { block: slow, args: Vec::new() });
        new
    } else {
        cursor.value(func, Op::binary, &[old, operand], Imm::Binary(op), Type::FLOAT)
    };
    let store = func.new_inst(Op::place_assign, vec![base, data.args[1], key, new], Imm::Place(Box::new(shape)), data.pos);
    let after: Vec<Value> = [func.values[data.results[0].index()].ty, func.values[new.index()].ty]
        .into_iter()
        .enumerate()
        .map(|(n, ty)| func.new_value(ty, ValueDef::Result(store, n as u32)))
        .collect();
    func.insts[store.index()].results.clone_from(&after);
    let mut exit = data.exit.clone();
    for arg in exit.iter_mut().flat_map(|exit| &mut exit.args) {
        if *arg == data.results[0] {
            *arg = after[0];
        }
    }
    func.insts[store.index()].exit = exit;
    func.blocks[cursor.block.index()].insts.push(store);
    let result = if post { old } else { new };
    cursor.jump(func, rest, vec![after[0], result]);
    true
}

fn set_exit(func: &mut Func, cursor: &Cursor, exit: Target) {
    let inst = *func.blocks[cursor.block.index()].insts.last().expect("just made");
    func.insts[inst.index()].exit = Some(exit);
}
