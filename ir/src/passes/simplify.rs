//! Removes what types make superfluous: branches on known conditions, counts of uncounted values, exits of operations that
//! cannot throw, conversions that change nothing; then code that nobody needs.
//!
//! Requires types. Changes the graph by removing edges only.

use super::cleanup;
use crate::infer::transfer::can_throw;
use crate::pir::{BinaryOp, CastKind};
use crate::program::Program;
use crate::ssa::*;
use phpc_abi::decl::Const;
use phpc_abi::primitives::Primitive;

pub fn run(program: &Program, func: &mut Func) {
    loop {
        let mut changes = Changes { replaced: (0..func.values.len() as u32).map(Value).collect(), changed: false };
        for block in 0..func.blocks.len() {
            simplify_block(program, func, Block(block as u32), &mut changes);
        }
        changes.apply(func);
        cleanup::remove_unreachable(func);
        cleanup::remove_trivial_params(func);
        remove_unused(program, func);
        if !changes.changed {
            return;
        }
    }
}

struct Changes {
    replaced: Vec<Value>,
    changed: bool,
}

impl Changes {
    fn apply(&self, func: &mut Func) {
        if !self.changed {
            return;
        }
        for data in &mut func.insts {
            data.map_uses(&mut |value| cleanup::resolve(&self.replaced, value));
        }
    }
}

/// What becomes of an instruction.
enum Outcome {
    Keep,
    Remove,
    /// Its first result is this value.
    Same(Value),
    /// The same, counted once more.
    Copy(Value),
}

fn simplify_block(program: &Program, func: &mut Func, block: Block, changes: &mut Changes) {
    let insts = std::mem::take(&mut func.blocks[block.index()].insts);
    let mut kept = Vec::with_capacity(insts.len());
    for inst in insts {
        let outcome = simplify(program, func, inst, changes);
        match outcome {
            Outcome::Keep => kept.push(inst),
            Outcome::Remove => changes.changed = true,
            Outcome::Same(value) => replace(func, inst, value, changes),
            Outcome::Copy(value) => {
                replace(func, inst, value, changes);
                if func.values[value.index()].ty.is_counted() {
                    let pos = func.inst(inst).pos;
                    kept.push(func.new_inst(Op::retain, vec![value], Imm::None, pos));
                }
            }
        }
    }
    func.blocks[block.index()].insts = kept;
}

fn replace(func: &Func, inst: Inst, value: Value, changes: &mut Changes) {
    let result = func.inst(inst).results[0];
    changes.replaced[result.index()] = value;
    changes.changed = true;
}

fn simplify(program: &Program, func: &mut Func, inst: Inst, changes: &mut Changes) -> Outcome {
    let data = func.inst(inst);
    if data.exit.is_some() && !can_throw(program, func, data) {
        func.insts[inst.index()].exit = None;
        changes.changed = true;
    }
    let data = func.inst(inst);
    let arg = |n: usize| data.args[n];
    let ty = |n: usize| &func.values[data.args[n].index()].ty;
    let result = data.results.first().map(|value| func.values[value.index()].ty);
    match (data.op, &data.imm) {
        (Op::branch, _) => {
            fold_branch(func, inst, changes);
            Outcome::Keep
        }
        (Op::retain | Op::release, _) if !ty(0).is_counted() => Outcome::Remove,
        (Op::assume, _) if result == Some(*ty(0)) => Outcome::Same(arg(0)),
        (Op::deref, _) if !ty(0).may_be(Mask::REFERENCE.union(Mask::UNDEF)) => Outcome::Copy(arg(0)),
        (Op::same_word, _) if is_null(func, arg(0)) != is_null(func, arg(1)) && (is_func(func, arg(0)) || is_func(func, arg(1))) => {
            become_const(func, inst, Op::bool, Imm::Bool(false), Type::of(Mask::FALSE), changes)
        }
        (Op::int_and, _) => match (int_of(func, arg(0)), int_of(func, arg(1))) {
            (Some(a), Some(b)) => become_const(func, inst, Op::int, Imm::Int(a & b), Type::INT, changes),
            _ => Outcome::Keep,
        },
        (Op::int_compare, Imm::Compare(compare)) => match (int_of(func, arg(0)), int_of(func, arg(1))) {
            (Some(a), Some(b)) => {
                let holds = match compare {
                    Compare::Equal => a == b,
                    Compare::NotEqual => a != b,
                    _ => return Outcome::Keep,
                };
                let ty = Type::of(if holds { Mask::TRUE } else { Mask::FALSE });
                become_const(func, inst, Op::bool, Imm::Bool(holds), ty, changes)
            }
            _ => {
                list_ends(func, inst, changes);
                Outcome::Keep
            }
        },
        (Op::prim, Imm::Primitive(Primitive::array_key_at)) if is_list(ty(0)) => Outcome::Same(arg(1)),
        (Op::binary, Imm::Binary(BinaryOp::Identical)) if ty(0).tags() == Mask::TRUE && ty(1).is(Mask::BOOL) => Outcome::Same(arg(1)),
        (Op::type_is, Imm::Mask(mask)) if ty(0).tags() != Mask::NONE => {
            let (holds, fails) = (ty(0).is(*mask), !ty(0).may_be(*mask));
            if !holds && !fails {
                return Outcome::Keep;
            }
            let ty = Type::of(if holds { Mask::TRUE } else { Mask::FALSE });
            become_const(func, inst, Op::bool, Imm::Bool(holds), ty, changes)
        }
        (Op::binary, &Imm::Binary(op @ (BinaryOp::Equal | BinaryOp::NotEqual))) if ty(0).is(Mask::STRING) && ty(1).is(Mask::STRING) => {
            if data.args.iter().any(|arg| is_no_number(program, func, *arg)) {
                let exact = if op == BinaryOp::Equal { BinaryOp::Identical } else { BinaryOp::NotIdentical };
                func.insts[inst.index()].imm = Imm::Binary(exact);
            }
            Outcome::Keep
        }
        (Op::truth, _) if ty(0).is(Mask::BOOL) => Outcome::Same(arg(0)),
        (Op::bool_not, _) => match func.def(arg(0)) {
            Some(inner) if inner.op == Op::bool_not => Outcome::Same(inner.args[0]),
            _ => Outcome::Keep,
        },
        (Op::select, _) => match ty(0).tags() {
            Mask::TRUE => Outcome::Same(arg(1)),
            Mask::FALSE => Outcome::Same(arg(2)),
            _ => Outcome::Keep,
        },
        (Op::cast, Imm::Cast(kind)) => match kind {
            CastKind::Int if ty(0).is(Mask::INT) => Outcome::Same(arg(0)),
            CastKind::Float if ty(0).is(Mask::FLOAT) => Outcome::Same(arg(0)),
            CastKind::String if ty(0).is(Mask::STRING) => Outcome::Copy(arg(0)),
            _ => Outcome::Keep,
        },
        (Op::prim, Imm::Primitive(Primitive::release_unwinding)) => {
            let exception = arg(1);
            if !ty(0).is_counted() {
                return Outcome::Same(exception);
            }
            if ty(0).may_have_destructor() {
                return Outcome::Keep;
            }
            let value = arg(0);
            let release = &mut func.insts[inst.index()];
            let result = release.results.pop().expect("it has a result");
            release.op = Op::release;
            release.args = vec![value];
            release.imm = Imm::None;
            changes.replaced[result.index()] = exception;
            changes.changed = true;
            Outcome::Keep
        }
        (Op::prim, Imm::Primitive(Primitive::verify_return)) => {
            match verified(program, func, func.inst(inst).pos, ty(1)) {
                true => Outcome::Same(arg(1)),
                false => Outcome::Keep,
            }
        }
        (Op::prim, Imm::Primitive(Primitive::to_array)) if ty(0).is(Mask::ARRAY) => Outcome::Copy(arg(0)),
        (Op::prim_void, Imm::Primitive(Primitive::echo)) => {
            let primitive = match ty(0).tags() {
                Mask::STRING => Primitive::echo_string,
                Mask::INT => Primitive::echo_int,
                _ => return Outcome::Keep,
            };
            func.insts[inst.index()].imm = Imm::Primitive(primitive);
            Outcome::Keep
        }
        _ => Outcome::Keep,
    }
}

/// A literal that cannot be a numeric string.
fn is_no_number(program: &Program, func: &Func, value: Value) -> bool {
    let Some((Op::string, &Imm::Const(unit, id))) = func.def(value).map(|data| (data.op, &data.imm)) else { return false };
    let Const::Str(text) = &program.unit(unit).consts[id.index()] else { return false };
    !matches!(text.first(), Some(b'0'..=b'9' | b'+' | b'-' | b'.' | b' ' | b'\t'..=b'\r'))
}

fn is_null(func: &Func, value: Value) -> bool {
    func.def(value).is_some_and(|data| data.op == Op::null_ptr)
}

fn is_func(func: &Func, value: Value) -> bool {
    func.def(value).is_some_and(|data| data.op == Op::func_ptr)
}

fn int_of(func: &Func, value: Value) -> Option<i64> {
    match func.def(value).map(|data| (data.op, &data.imm)) {
        Some((Op::int, Imm::Int(value))) => Some(*value),
        _ => None,
    }
}

/// An array without holes, whose keys are positions.
fn is_list(ty: &Type) -> bool {
    ty.is(Mask::ARRAY) && ty.kinds[0].0 & Kinds::HASH.0 == 0
}

/// The test for the end of an iteration, by what `array_next` says: in a list, the next element is where it is looked for, up
/// to the length. (What was found is not looked at behind the end.)
fn list_ends(func: &mut Func, inst: Inst, changes: &mut Changes) {
    let data = func.inst(inst);
    let Some(next) = func.def(data.args[0]) else { return };
    let iterates = next.op == Op::prim && next.imm == Imm::Primitive(Primitive::array_next);
    let is_end = data.imm == Imm::Compare(Compare::Less) && int_of(func, data.args[1]) == Some(0);
    if !iterates || !is_end || !is_list(&func.values[next.args[0].index()].ty) {
        return;
    }
    let (found, position) = (next.results[0], next.args[1]);
    let ValueDef::Result(next, _) = func.values[found.index()].def else { return };
    let length = func.new_value(Type::INT, ValueDef::Result(next, 0));
    changes.replaced.push(length);
    let data = &mut func.insts[next.index()];
    data.op = Op::array_length;
    data.imm = Imm::None;
    data.args.truncate(1);
    data.results = vec![length];
    let data = &mut func.insts[inst.index()];
    data.imm = Imm::Compare(Compare::LessEqual);
    data.args = vec![length, position];
    changes.replaced[found.index()] = position;
    changes.changed = true;
}

fn become_const(func: &mut Func, inst: Inst, op: Op, imm: Imm, ty: Type, changes: &mut Changes) -> Outcome {
    let data = &mut func.insts[inst.index()];
    data.op = op;
    data.imm = imm;
    data.args.clear();
    let result = data.results[0];
    func.values[result.index()].ty = ty;
    changes.changed = true;
    Outcome::Keep
}

/// Does a value of this type pass the check of the function's declared return type as it is?
fn verified(program: &Program, func: &Func, pos: Pos, ty: &Type) -> bool {
    let Some(declared) = &program.decl(func.function_at(pos)).return_type else { return true };
    let scalar = Mask(Mask::ANY.0 & !Mask::OBJECT.0);
    let wanted = crate::build::signature::declared_type(program, declared);
    let callable = phpc_abi::decl::TypeMask::CALLABLE;
    ty.tags().is_within(wanted.tags().intersect(scalar)) && !declared.mask.contains(callable)
}

fn fold_branch(func: &mut Func, inst: Inst, changes: &mut Changes) {
    let data = func.inst(inst);
    let condition = func.values[data.args[0].index()].ty;
    let (yes, no) = match condition.is(Mask::BOOL) {
        true => crate::infer::branch_ways(&condition),
        false => return,
    };
    let target = match (yes, no) {
        (true, true) if data.targets[0] == data.targets[1] => 0,
        (true, true) => return,
        (true, false) => 0,
        _ => 1,
    };
    let data = &mut func.insts[inst.index()];
    let target = data.targets.swap_remove(target);
    *data = InstData { op: Op::jump, args: vec![], targets: vec![target], ..data.clone() };
    changes.changed = true;
}

/// Drops instructions without effect whose results nobody needs, and parameters that nobody needs.
fn remove_unused(program: &Program, func: &mut Func) {
    let needed = needed(program, func);
    for block in 0..func.blocks.len() {
        let data = &mut func.blocks[block];
        let insts = std::mem::take(&mut data.insts);
        func.blocks[block].insts = insts
            .into_iter()
            .filter(|&inst| {
                let data = &func.insts[inst.index()];
                data.results.iter().any(|result| needed[result.index()]) || !can_drop(program, func, data)
            })
            .collect();
    }
    let unneeded: Vec<Vec<usize>> = func
        .blocks
        .iter()
        .enumerate()
        .map(|(block, data)| {
            let params = data.params.iter().enumerate().rev();
            params.filter(|(_, param)| block > 0 && !needed[param.index()]).map(|(at, _)| at).collect()
        })
        .collect();
    for inst in &mut func.insts {
        for edge in inst.edges_mut() {
            for &at in &unneeded[edge.block.index()] {
                if at < edge.args.len() {
                    edge.args.remove(at);
                }
            }
        }
    }
    for (block, removed) in unneeded.iter().enumerate() {
        for &at in removed {
            func.blocks[block].params.remove(at);
        }
        for (n, param) in func.blocks[block].params.iter().enumerate() {
            func.values[param.index()].def = ValueDef::Param(Block(block as u32), n as u32);
        }
    }
}

/// The values that instructions with effects need, directly or not.
fn needed(program: &Program, func: &Func) -> Vec<bool> {
    let mut needed = vec![false; func.values.len()];
    let mut work: Vec<Value> = Vec::new();
    let mut incoming: Vec<Vec<&Target>> = vec![Vec::new(); func.blocks.len()];
    for data in &func.blocks {
        for &inst in &data.insts {
            let data = func.inst(inst);
            if !can_drop(program, func, data) {
                work.extend(&data.args);
            }
            for edge in data.edges() {
                incoming[edge.block.index()].push(edge);
            }
        }
    }
    while let Some(value) = work.pop() {
        if std::mem::replace(&mut needed[value.index()], true) {
            continue;
        }
        match func.values[value.index()].def {
            ValueDef::Result(inst, _) => work.extend(&func.inst(inst).args),
            ValueDef::Param(block, n) => {
                work.extend(incoming[block.index()].iter().map(|edge| edge.args[n as usize]));
            }
        }
    }
    needed
}

/// Could the instruction as well not run?
fn can_drop(program: &Program, func: &Func, data: &InstData) -> bool {
    use crate::ssa::op::EffectRule;
    if data.exit.is_some() || data.op.is_terminator() || data.results.is_empty() {
        return false;
    }
    let uncounted = data.results.iter().all(|result| !func.values[result.index()].ty.is_counted());
    let literal = matches!(data.op, Op::string | Op::assume | Op::array);
    let loads = matches!(data.op, Op::var_load | Op::slot_load | Op::slot_old | Op::list_load_value | Op::ref_load | Op::select);
    match data.op.info().effects {
        EffectRule::Fixed(effects) => effects.can_drop() && (uncounted || literal || loads),
        EffectRule::Operator => uncounted && !can_throw(program, func, data),
        EffectRule::Callee => match data.imm {
            Imm::Primitive(primitive) => uncounted && primitive.signature().effects.can_drop(),
            Imm::Builtin(id) => uncounted && data.op == Op::call_builtin && program.builtins[id.index()].effects.can_drop(),
            _ => false,
        },
        EffectRule::Release => false,
    }
}
