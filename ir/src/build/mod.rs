//! From PIR to SSA: one function at a time, all types generic, counts and exits explicit.
//!
//! [`body`] walks blocks and has the vocabulary (emit, borrow, own, hold, define); the other files translate one subject
//! each. What every operation needs to know is found before by [`calls_plan`] and [`facts`]; SSA form is made by
//! [`construct`].

mod array;
mod body;
mod call;
mod calls_plan;
mod class;
mod construct;
mod entry_call;
mod control;
mod exception;
mod facts;
pub mod generator;
mod iterate;
mod local;
mod operator;
mod place;
mod prologue;
pub mod signature;
mod zones;

pub(crate) use entry_call::FORWARD;
pub use zones::add_second_main;

use crate::pir::{Base, FuncIndex, Op, Operand};
use crate::program::Program;
use crate::ssa::{Func, FuncRef, UnitId, Variant};
use phpc_abi::decl::{Const, FunctionKind};
use std::collections::BTreeSet;

/// Strings that the builder itself refers to.
pub(crate) const TEXTS: &[&str] = &[
    "",
    "\n",
    "Only variables should be assigned by reference",
    "Only variable references should be returned by reference",
    "Only variable references should be yielded by reference",
];

/// Which global variables code other than the main unit's can reach by name.
pub struct GlobalUse {
    /// Any of them may be reached.
    pub all: bool,
    /// Also before the entry's top-level code itself loads code or reaches them.
    pub any_before: bool,
    pub names: BTreeSet<Box<[u8]>>,
}

/// All functions of the program, in order of units and functions; a generator is followed by its resume function.
pub fn build_program(program: &Program) -> Vec<Func> {
    let globals = global_use(program);
    let mut built = Vec::new();
    for (unit, data) in program.units.iter().enumerate() {
        for func in 0..data.functions.len() {
            let (unit, func) = (UnitId(unit as u32), FuncIndex(func as u32));
            let reference = FuncRef { unit, func, variant: Variant::Body };
            if data.functions[func.0 as usize].blocks.is_empty() {
                continue;
            }
            built.extend(build_function(program, &globals, reference));
        }
    }
    built
}

/// One function: its body, and the resume function if it is a generator.
pub fn build_function(program: &Program, globals: &GlobalUse, reference: FuncRef) -> Vec<Func> {
    if program.decl(reference).generator {
        return generator::build(program, globals, reference);
    }
    vec![body::build(program, globals, reference)]
}

/// Looks through the program for what can reach global variables by name.
pub fn global_use(program: &Program) -> GlobalUse {
    let all = program.open || program.units.len() != 1;
    let mut found = GlobalUse { all, any_before: false, names: BTreeSet::new() };
    for (number, unit) in program.units.iter().enumerate() {
        let entry = number == program.entry.index();
        // The default loader of classes includes files.
        let loads = |text: &Const| matches!(text, Const::Str(text) if crate::program::lower(text).starts_with(b"spl_autoload"));
        found.any_before |= entry && unit.consts.iter().any(loads);
        for function in &unit.functions {
            found.any_before |= entry && function.decl.kind != FunctionKind::Main && zones::reaches_globals(function);
            for inst in function.blocks.iter().flat_map(|block| &block.insts) {
                match &inst.op {
                    Op::BindGlobal { name, .. } => {
                        if let Const::Str(name) = &unit.consts[name.index()] {
                            found.names.insert(name.clone());
                        }
                    }
                    Op::Include { .. } | Op::Globals { .. } => found.all = true,
                    _ => {}
                }
                let mut bases = Bases { unit, found: &mut found };
                place_bases(&inst.op, &mut |base| bases.base(base, function.decl.kind));
            }
        }
    }
    found
}

struct Bases<'a> {
    unit: &'a crate::pir::Unit,
    found: &'a mut GlobalUse,
}
impl Bases<'_> {
    fn base(&mut self, base: &Base, kind: FunctionKind) {
        let Base::Global(name) = base else { return };
        let name = match name {
            Operand::Const(name) => &self.unit.consts[name.index()],
            _ => &Const::Null,
        };
        if let Const::Str(name) = name {
            self.found.names.insert(name.clone());
            return;
        }
        self.found.all = true;
        self.found.any_before |= kind != FunctionKind::Main;
    }
}

/// Calls `visit` with the base of each place of an operation.
fn place_bases(op: &Op, visit: &mut dyn FnMut(&Base)) {
    match op {
        Op::Read { place, .. }
        | Op::Isset { place, .. }
        | Op::Empty { place, .. }
        | Op::Unset { place }
        | Op::Assign { place, .. }
        | Op::AssignOp { place, .. }
        | Op::IncDec { place, .. }
        | Op::MakeRef { place, .. }
        | Op::AssignRef { place, .. }
        | Op::AssignRefCall { place, .. }
        | Op::ArgAuto { place, .. }
        | Op::ArgSpread { place, .. }
        | Op::IterInitRef { place, .. } => visit(&place.base),
        _ => {}
    }
}
