//! Calls of builtins whose arguments may have the declared types are tested for it: where they have, the call is one that
//! [`super::builtins`] sends to the native entry.
//!
//! ```text
//!                                        v3 = type_is string v1
//! v2 = call_builtin_generic strlen v1 => branch v3 -> fast() -> slow()
//!                                        fast: v4 = assume string v1 ; v5 = call_builtin_generic strlen v4
//! ```
//!
//! Requires types. Adds blocks.

use super::builtins;
use crate::build::signature::declared_type;
use crate::program::Program;
use crate::ssa::edit::Detour;
use crate::ssa::*;
use phpc_abi::decl::{ParamDecl, Passing, TypeMask};

/// Arguments that are tested for one call.
const MOST: usize = 3;

pub fn run(program: &Program, func: &mut Func) {
    crate::ssa::edit::expand_each(func, |func, block, at| {
        let wanted = wanted(program, func, func.blocks[block.index()].insts[at]);
        if let Some(wanted) = &wanted {
            guard(func, block, at, wanted);
        }
        wanted.is_some()
    });
}

/// The tags to test for, by argument; none where they fit already.
fn wanted(program: &Program, func: &Func, inst: Inst) -> Option<Vec<Option<Mask>>> {
    let data = func.inst(inst);
    let (Op::call_builtin_generic, Imm::Builtin(id)) = (data.op, &data.imm) else { return None };
    let builtin = &program.builtins[id.index()];
    if !builtins::has_native_call(program, func, builtin, data.args.len()) {
        return None;
    }
    let mut tests = Vec::new();
    for (param, arg) in builtin.decl.params.iter().zip(&data.args) {
        let by_value = param.passing == Passing::Value;
        tests.push(match by_value {
            true => test(program, param, &func.values[arg.index()].ty)?,
            false if builtins::admits_cell(program, func, param, *arg) => None,
            false => return None,
        });
    }
    let count = tests.iter().flatten().count();
    (1..=MOST).contains(&count).then_some(tests)
}

/// None: it will not fit.
fn test(program: &Program, param: &ParamDecl, ty: &Type) -> Option<Option<Mask>> {
    const NONE: Mask = Mask::NONE;
    let unset = Mask::REFERENCE.union(Mask::UNDEF);
    let declared = match &param.ty {
        Some(declared) => {
            let plain = declared.classes.is_empty() && !declared.mask.contains(TypeMask::CALLABLE) && !declared.mask.contains(TypeMask::ITERABLE);
            if !plain {
                return None;
            }
            declared_type(program, declared).tags()
        }
        None => Mask::ANY.without(unset),
    };
    if ty.tags().is_within(declared) {
        return Some(None);
    }
    let likely = ty.tags().intersect(declared).without(Mask::NULL);
    let test = if likely == NONE { ty.tags().intersect(declared) } else { declared };
    (test != NONE && ty.may_be(test)).then_some(Some(test))
}

fn guard(func: &mut Func, block: Block, at: usize, wanted: &[Option<Mask>]) {
    let data = func.inst(func.blocks[block.index()].insts[at]).clone();
    let Detour { mut cursor, slow, rest } = func.detour(block, at);
    let marker = func.new_inst(Op::unlikely, Vec::new(), Imm::None, data.pos);
    func.blocks[slow.index()].insts.insert(0, marker);
    let mut args = Vec::new();
    for (&arg, wanted) in data.args.iter().zip(wanted) {
        args.push(match wanted {
            Some(mask) => {
                let ty = func.values[arg.index()].ty.narrow(*mask);
                cursor.need_type(func, arg, ty, slow)
            }
            None => arg,
        });
    }
    let result = func.values[data.results[0].index()].ty;
    let value = cursor.value(func, Op::call_builtin_generic, &args, data.imm.clone(), result);
    let call = *func.blocks[cursor.block.index()].insts.last().expect("just made");
    func.insts[call.index()].exit.clone_from(&data.exit);
    cursor.jump(func, rest, vec![value]);
}
