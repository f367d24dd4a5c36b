//! Calls that check their arguments lose the check where these are known to fit by now.
//!
//! Requires types. Keeps the graph.

use crate::infer::classes::Classes;
use super::defaults;
use crate::infer::{direct_args, passed_type};
use crate::pir::CastKind;
use crate::program::Program;
use crate::ssa::*;
use std::collections::HashMap;

pub fn run(program: &Program, classes: &Classes, funcs: &mut [Func]) {
    let signatures: HashMap<FuncRef, Signature> = funcs.iter().map(|func| (func.reference, func.signature.clone())).collect();
    for func in funcs {
        for block in 0..func.blocks.len() {
            for inst in func.blocks[block].insts.clone() {
                if func.inst(inst).op == Op::call_checked {
                    call(program, classes, &signatures, func, Block(block as u32), inst);
                }
            }
        }
    }
}

fn call(
    program: &Program, classes: &Classes, signatures: &HashMap<FuncRef, Signature>, func: &mut Func, block: Block, inst: Inst,
) {
    let data = func.inst(inst);
    let Imm::Func(callee) = data.imm else { return };
    let types: Vec<Type> = data.args.iter().map(|arg| func.values[arg.index()].ty).collect();
    let Some(passed) = direct_args(program, classes, data, &types) else { return };
    let fits = |signature: &&Signature| {
        let accepts = |(ty, param): (&Type, &Type)| passed_type(classes, ty, param).is_some_and(|passed| within(&passed, param));
        passed.iter().zip(&signature.params).all(accepts)
    };
    let version = |variant| FuncRef { variant, ..callee };
    let versions = [version(Variant::Special(0)), version(Variant::Special(1)), version(Variant::Body)];
    let Some(target) = versions.into_iter().find(|version| signatures.get(version).filter(fits).is_some()) else { return };
    let signature = &signatures[&target];
    let hidden = signature.hidden.len();
    let (pos, given) = (data.pos, data.args.clone());
    let mut args = given[..hidden].to_vec();
    for (param, &arg) in signature.params.iter().zip(&given[2..]) {
        let converts = *param == Type::FLOAT && !func.values[arg.index()].ty.is(Mask::FLOAT);
        args.push(match converts {
            true => func.insert_before(block, inst, Op::cast, vec![arg], Imm::Cast(CastKind::Float), Type::FLOAT, pos),
            false => arg,
        });
    }
    defaults::supply(program, func, (block, inst), given.len() - 2, &mut args);
    let data = &mut func.insts[inst.index()];
    data.op = Op::call;
    data.args = args;
    data.imm = Imm::Func(target);
    let result = data.results[0];
    func.values[result.index()].ty = signature.result;
}

/// Is every value of the one type of the other, as far as bodies rely on it?
fn within(ty: &Type, param: &Type) -> bool {
    let joined = param.join(ty);
    joined == *param || (ty.tags().is_within(param.tags()) && !ty.may_be(Mask::ARRAY.union(Mask::OBJECT)))
}
