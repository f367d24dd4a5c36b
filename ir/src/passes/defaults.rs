//! Arguments that are left out and have a plain default: the caller passes that, so that the call goes to the body.
//!
//! ```text
//! v3 = call_checked f:__construct v1, v2  =>  v4 = null; v3 = call f:__construct v1, v4
//! ```
//!
//! Requires types. Keeps the graph.

use crate::infer::classes::Classes;
use crate::infer::passed_type;
use crate::program::Program;
use crate::ssa::*;
use phpc_abi::decl::{Const, Initializer, Passing, TypeMask};

pub fn run(program: &Program, classes: &Classes, func: &mut Func) {
    for block in 0..func.blocks.len() {
        for inst in func.blocks[block].insts.clone() {
            if let Some((hidden, missing)) = missing(program, classes, func, inst) {
                complete(func, (Block(block as u32), inst), hidden, missing);
            }
        }
    }
}

/// A value that a caller can pass without more ado.
type Plain = (Op, Imm, Type);

/// How many operands come before the arguments, and the defaults of those that are left out, if the body takes the others as
/// they are.
fn missing(program: &Program, classes: &Classes, func: &Func, inst: Inst) -> Option<(usize, Vec<Plain>)> {
    let data = func.inst(inst);
    let (Op::call_checked, Imm::Func(callee)) = (data.op, &data.imm) else { return None };
    let (decl, args) = (program.decl(*callee), &data.args[2..]);
    if args.len() >= decl.params.len() || decl.uses_arguments || decl.generator || decl.params.iter().any(|param| param.variadic) {
        return None;
    }
    let signature = crate::build::signature::signature(program, *callee);
    if !signature.hidden.iter().all(|hidden| matches!(hidden, Hidden::This | Hidden::StaticClass)) {
        return None;
    }
    let mut params = decl.params.iter().zip(&signature.params);
    for (arg, (param, ty)) in args.iter().zip(&mut params) {
        let given = func.values[arg.index()].ty;
        let callable = param.ty.as_ref().is_some_and(|ty| ty.mask.contains(TypeMask::CALLABLE));
        if callable || param.passing != Passing::Value || !given.tags().is_within(ty.tags()) {
            return None;
        }
        passed_type(classes, &given, ty)?;
    }
    let missing: Option<Vec<Plain>> = params.map(|(param, ty)| plain(param.default.as_ref()?, ty)).collect();
    Some((signature.hidden.len(), missing?))
}

fn plain(default: &Initializer, ty: &Type) -> Option<Plain> {
    let plain = match default {
        Initializer::Const(Const::Null) => (Op::null, Imm::None, Type::NULL),
        Initializer::Const(Const::Bool(value)) => (Op::bool, Imm::Bool(*value), Type::of(if *value { Mask::TRUE } else { Mask::FALSE })),
        Initializer::Const(Const::Int(value)) => (Op::int, Imm::Int(*value), Type::INT),
        Initializer::Const(Const::Float(bits)) => (Op::float, Imm::Float(*bits), Type::FLOAT),
        _ => return None,
    };
    plain.2.tags().is_within(ty.tags()).then_some(plain)
}

fn complete(func: &mut Func, (block, inst): (Block, Inst), hidden: usize, missing: Vec<Plain>) {
    let (pos, count) = (func.inst(inst).pos, func.inst(inst).args.len() - 2);
    let defaults: Vec<Value> =
        missing.into_iter().map(|(op, imm, ty)| func.insert_before(block, inst, op, vec![], imm, ty, pos)).collect();
    let pos = func.passing(pos, count);
    let data = &mut func.insts[inst.index()];
    let given = data.args.split_off(2);
    data.args.truncate(hidden);
    data.args.extend(given.into_iter().chain(defaults));
    data.op = Op::call;
    data.pos = pos;
}
