//! Constants whose value is certain become it: builtin ones that are the same in every run, and the program's own where its
//! entry declares them before anything that could ask.
//!
//! ```text
//! v1 = prim constant "M_PI"  =>  v1: float = float 3.14…
//! ```
//!
//! Requires nothing. Keeps the graph.

use crate::infer::transfer::literal;
use crate::pir;
use crate::program::{Program, lower};
use crate::ssa::op::EffectRule;
use crate::ssa::*;
use phpc_abi::decl::Const;
use phpc_abi::primitives::Primitive;
use std::collections::HashMap;

pub fn run(program: &Program, funcs: &mut [Func]) {
    let own = funcs.iter().find(|func| is_entry(program, func)).map_or_else(HashMap::new, |func| declared_first(program, func));
    let known = Known { program, own, claimed: claimed(program) };
    for func in funcs {
        for block in 0..func.blocks.len() {
            fold_block(&known, func, block);
        }
    }
}

struct Known<'a> {
    program: &'a Program,
    /// The program's own, under normal names.
    own: HashMap<Vec<u8>, Const>,
    /// Names with a namespace that code of the program may declare; none: any.
    claimed: Option<Vec<Vec<u8>>>,
}

fn is_entry(program: &Program, func: &Func) -> bool {
    !program.included && func.reference == FuncRef { unit: program.entry, func: pir::FuncIndex(0), variant: Variant::Body }
}

/// The namespace in lower case.
fn normal(name: &[u8]) -> Vec<u8> {
    let name = name.strip_prefix(b"\\").unwrap_or(name);
    let at = name.iter().rposition(|&byte| byte == b'\\').map_or(0, |at| at + 1);
    [&name[..at].to_ascii_lowercase(), &name[at..]].concat()
}

/// The constants that the entry declares at its very start, before anything runs that could read them.
fn declared_first(program: &Program, func: &Func) -> HashMap<Vec<u8>, Const> {
    let mut found = HashMap::new();
    let cfg = cfg::Cfg::new(func);
    let mut block = Block(0);
    loop {
        for &inst in &func.blocks[block.index()].insts {
            let data = func.inst(inst);
            match (data.op, &data.imm) {
                (Op::prim_void, Imm::Primitive(Primitive::declare_constant)) => {
                    let (Some(name), Some(value)) = (literal(program, func, data.args[0]), constant_of(program, func, data.args[1]))
                    else {
                        return found;
                    };
                    found.entry(normal(name)).or_insert(value);
                }
                (Op::jump, _) if cfg.predecessors[data.targets[0].block.index()].len() == 1 => {
                    block = data.targets[0].block;
                }
                (Op::jump, _) => return found,
                _ if is_quiet(func, data) => {}
                _ => return found,
            }
        }
    }
}

/// Can the instruction run no code of the program?
fn is_quiet(func: &Func, data: &InstData) -> bool {
    let effects = match (data.op.info().effects, &data.imm) {
        (EffectRule::Fixed(effects), _) => effects,
        (EffectRule::Callee, Imm::Primitive(primitive)) => primitive.signature().effects,
        (EffectRule::Release, _) => return !func.values[data.args[0].index()].ty.may_have_destructor(),
        _ => return false,
    };
    !data.op.is_terminator() && !effects.can_run_user_code() && !effects.can_throw()
}

fn constant_of(program: &Program, func: &Func, value: Value) -> Option<Const> {
    let data = func.def(value)?;
    Some(match (data.op, &data.imm) {
        (Op::null, _) => Const::Null,
        (Op::bool, Imm::Bool(value)) => Const::Bool(*value),
        (Op::int, Imm::Int(value)) => Const::Int(*value),
        (Op::float, Imm::Float(bits)) => Const::Float(*bits),
        (Op::string, _) => Const::Str(literal(program, func, value)?.into()),
        _ => return None,
    })
}

/// Names with a namespace that the program's units declare as constants; absent if others may come.
fn claimed(program: &Program) -> Option<Vec<Vec<u8>>> {
    let defines = |unit: &pir::Unit| unit.consts.iter().any(|it| matches!(it, Const::Str(text) if *lower(text) == *b"define"));
    if program.open || program.units.iter().any(defines) {
        return None;
    }
    let mut names = Vec::new();
    for unit in &program.units {
        let insts = unit.functions.iter().flat_map(|function| &function.blocks).flat_map(|block| &block.insts);
        for inst in insts {
            if let pir::Op::DeclareConst { name, .. } = &inst.op
                && let Const::Str(text) = &unit.consts[name.0 as usize]
            {
                names.push(normal(text));
            }
        }
    }
    Some(names)
}

impl Known<'_> {
    fn value(&self, func: &Func, data: &InstData) -> Option<Const> {
        let name = normal(literal(self.program, func, data.args[0])?);
        if let Some(value) = self.own.get(&name) {
            return Some(value.clone());
        }
        if let Some(value) = self.program.constants.get(&name[..]) {
            return Some(value.clone());
        }
        let fallback = func.def(data.args[1]).filter(|def| def.op == Op::assume)?.args[0];
        let fallback = normal(literal(self.program, func, fallback)?);
        let unclaimed = self.claimed.as_ref().is_some_and(|claimed| !claimed.contains(&name));
        let value = || self.own.get(&fallback).or_else(|| self.program.constants.get(&fallback[..])).cloned();
        if unclaimed { value() } else { None }
    }
}

fn fold_block(known: &Known, func: &mut Func, block: usize) {
    let insts = std::mem::take(&mut func.blocks[block].insts);
    let mut kept = Vec::with_capacity(insts.len());
    for inst in insts {
        kept.push(inst);
        let data = func.inst(inst);
        if data.op != Op::prim || data.imm != Imm::Primitive(Primitive::constant) {
            continue;
        }
        let folded = known.value(func, data).and_then(|value| operation(known.program, func.reference.unit, &value));
        let Some((op, imm, ty)) = folded else { continue };
        let (pos, result) = (data.pos, data.results[0]);
        let data = &mut func.insts[inst.index()];
        data.op = op;
        data.imm = imm;
        data.args.clear();
        data.exit = None;
        func.values[result.index()].ty = ty;
        if ty.is_counted() {
            // Who took the constant lets go of one count.
            kept.push(func.new_inst(Op::retain, vec![result], Imm::None, pos));
        }
    }
    func.blocks[block].insts = kept;
}

/// The operation that makes a scalar constant.
fn operation(program: &Program, unit: UnitId, value: &Const) -> Option<(Op, Imm, Type)> {
    Some(match value {
        Const::Null => (Op::null, Imm::None, Type::NULL),
        Const::Bool(value) => (Op::bool, Imm::Bool(*value), Type::of(if *value { Mask::TRUE } else { Mask::FALSE })),
        Const::Int(value) => (Op::int, Imm::Int(*value), Type::INT),
        Const::Float(bits) => (Op::float, Imm::Float(*bits), Type::FLOAT),
        Const::Str(text) => (Op::string, Imm::Const(unit, program.text(unit, text)?), Type::STRING),
        Const::Array(_) => return None,
    })
}
