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
use phpc_abi::decl::{Const, Initializer, ParamDecl, Passing, TypeMask};

pub fn run(program: &Program, classes: &Classes, func: &mut Func) {
    for block in 0..func.blocks.len() {
        for inst in func.blocks[block].insts.clone() {
            let Some(hidden) = hidden_if_plain(program, classes, func, inst) else { continue };
            let data = func.inst(inst);
            let mut args = data.args[..hidden].to_vec();
            args.extend(&data.args[2..]);
            let given = args.len() - hidden;
            supply(program, func, (Block(block as u32), inst), given, &mut args);
            let data = &mut func.insts[inst.index()];
            data.op = Op::call;
            data.args = args;
        }
    }
}

/// How many operands come before the arguments, if some are left out that are plain, and the body takes the others as they are.
fn hidden_if_plain(program: &Program, classes: &Classes, func: &Func, inst: Inst) -> Option<usize> {
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
    params.all(|(param, ty)| plain(param, ty).is_some()).then_some(signature.hidden.len())
}

/// The default of a parameter of this type, if it is one that the caller can pass.
pub fn plain(param: &ParamDecl, ty: &Type) -> Option<(Op, Imm, Type)> {
    let plain = match param.default.as_ref()? {
        Initializer::Const(Const::Null) => (Op::null, Imm::None, Type::NULL),
        Initializer::Const(Const::Bool(value)) => (Op::bool, Imm::Bool(*value), Type::of(if *value { Mask::TRUE } else { Mask::FALSE })),
        Initializer::Const(Const::Int(value)) => (Op::int, Imm::Int(*value), Type::INT),
        Initializer::Const(Const::Float(bits)) => (Op::float, Imm::Float(*bits), Type::FLOAT),
        _ => return None,
    };
    plain.2.tags().is_within(ty.tags()).then_some(plain)
}

/// Adds what a call leaves out to the `args` of the direct call that it becomes, if all of that is plain: traces show the
/// `given` ones only.
pub fn supply(program: &Program, func: &mut Func, (block, inst): (Block, Inst), given: usize, args: &mut Vec<Value>) {
    let data = func.inst(inst);
    let (Imm::Func(callee), pos) = (data.imm.clone(), data.pos) else { return };
    let params = &program.decl(callee).params;
    if given >= params.len() {
        return;
    }
    let types = crate::build::signature::signature(program, callee).params;
    for (param, ty) in params.iter().zip(&types).skip(given) {
        let (op, imm, ty) = plain(param, ty).expect("it was looked at before");
        args.push(func.insert_before(block, inst, op, vec![], imm, ty, pos));
    }
    func.insts[inst.index()].pos = func.passing(pos, given);
}
