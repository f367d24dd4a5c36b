//! Constants of classes that are known become their values.
//!
//! Requires nothing. Keeps the graph.

use crate::infer::classes::{Classes, declaration};
use crate::infer::transfer::literal;
use crate::program::Program;
use crate::ssa::*;
use phpc_abi::decl::{ClassConstDecl, Const, Initializer, Modifiers};
use phpc_abi::primitives::Primitive;

pub fn run(program: &Program, classes: &Classes, func: &mut Func) {
    for n in 0..func.insts.len() {
        let data = &func.insts[n];
        if data.op != Op::prim || data.imm != Imm::Primitive(Primitive::class_constant) {
            continue;
        }
        let Some((op, imm, ty)) = value(program, classes, func, data) else { continue };
        let data = &mut func.insts[n];
        data.op = op;
        data.imm = imm;
        data.args.clear();
        data.exit = None;
        let (pos, result) = (data.pos, data.results[0]);
        func.values[result.index()].ty = ty;
        if ty.is_counted() {
            // Whoever took the constant's count lets go of one.
            let retain = func.new_inst(Op::retain, vec![result], Imm::None, pos);
            let holds = |data: &&mut BlockData| data.insts.contains(&Inst(n as u32));
            if let Some(block) = func.blocks.iter_mut().find(holds) {
                let at = block.insts.iter().position(|inst| inst.index() == n).expect("it is there");
                block.insts.insert(at + 1, retain);
            }
        }
    }
}

fn value(program: &Program, classes: &Classes, func: &Func, data: &InstData) -> Option<(Op, Imm, Type)> {
    let class = classes.of_pointer(program, func, data.args[0])?;
    let name = literal(program, func, data.args[1])?;
    let scope = classes.scope(program, func.reference)?;
    let (owner, constant) = find(program, classes, class, name)?;
    let has = |modifier: Modifiers| constant.modifiers.contains(modifier);
    let visible = match () {
        () if has(Modifiers::PRIVATE) => scope == Some(owner),
        () if has(Modifiers::PROTECTED) => scope.is_some_and(|scope| classes.is_subclass(scope, owner)),
        () => true,
    };
    if !visible || constant.case || !constant.attributes.is_empty() {
        return None;
    }
    let Initializer::Const(constant) = &constant.value else { return None };
    Some(match constant {
        Const::Null => (Op::null, Imm::None, Type::NULL),
        Const::Bool(value) => (Op::bool, Imm::Bool(*value), Type::of(if *value { Mask::TRUE } else { Mask::FALSE })),
        Const::Int(value) => (Op::int, Imm::Int(*value), Type::INT),
        Const::Float(bits) => (Op::float, Imm::Float(*bits), Type::FLOAT),
        Const::Str(text) => {
            let unit = func.reference.unit;
            (Op::string, Imm::Const(unit, program.text(unit, text)?), Type::STRING)
        }
        Const::Array(_) => return None,
    })
}

fn find<'a>(program: &'a Program, classes: &Classes, class: ClassId, name: &[u8]) -> Option<(ClassId, &'a ClassConstDecl)> {
    let mut at = Some(class);
    while let Some(class) = at {
        if !classes.info(class).known {
            return None;
        }
        let constants = &declaration(program, class).constants;
        if let Some(found) = constants.iter().find(|constant| &*constant.name == name) {
            return Some((class, found));
        }
        at = classes.info(class).parent;
    }
    None
}
