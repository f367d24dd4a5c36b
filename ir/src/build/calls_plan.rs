//! Before a function is built: which calls of it have a callee known by name, and what their arguments are.

use crate::pir::{self, BlockData, Callee, Op, Temp};
use crate::program::Program;
use crate::ssa::{BuiltinId, FuncRef, UnitId};
use phpc_abi::decl::{Const, FunctionDecl, Passing};
use std::collections::{HashMap, HashSet};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Target {
    Function(FuncRef),
    Builtin(BuiltinId),
    /// A builtin, unless its name's namespace has a function of that name when the site is first reached.
    Fallback(BuiltinId),
    /// A descriptor that is found when the call begins; arguments are positional.
    Entry,
    Dynamic,
}

pub(super) struct Plan {
    pub(super) targets: HashMap<Temp, Target>,
    /// Call results whose user wants a returned reference as it is.
    pub(super) keeps_reference: HashSet<Temp>,
    /// The locals lie in a frame area: by-reference arguments leave references there.
    pub(super) in_memory: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum ArgKind {
    Value,
    Place,
    Result,
    Expression,
    /// Spread or named.
    Irregular,
}

pub(super) fn plan(program: &Program, unit: UnitId, function: &pir::Function) -> Plan {
    let mut args: HashMap<Temp, Vec<ArgKind>> = HashMap::new();
    let mut plan = Plan { targets: HashMap::new(), keeps_reference: HashSet::new(), in_memory: false };
    let mut results = Vec::new();
    for op in ops(&function.blocks) {
        let (call, kind) = match op {
            Op::ArgVal { call, .. } => (call.0, ArgKind::Value),
            Op::ArgAuto { call, .. } => (call.0, ArgKind::Place),
            Op::ArgResult { call, value } => {
                results.push((call.0, args.get(&call.0).map_or(0, Vec::len), *value));
                (call.0, ArgKind::Result)
            }
            Op::ArgExpr { call, .. } => (call.0, ArgKind::Expression),
            Op::ArgSpread { call, .. } | Op::ArgName { call, .. } => (call.0, ArgKind::Irregular),
            Op::CallClosure { call, .. } => (*call, ArgKind::Irregular),
            Op::AssignRefCall { source, .. } => {
                plan.keeps_reference.insert(*source);
                continue;
            }
            Op::ReturnRefCall { value: pir::Operand::Temp(value), is_call: true } => {
                plan.keeps_reference.insert(*value);
                continue;
            }
            _ => continue,
        };
        args.entry(call).or_default().push(kind);
    }
    for block in &function.blocks {
        for (at, inst) in block.insts.iter().enumerate() {
            let Op::CallBegin { call, callee, .. } = &inst.op else { continue };
            let kinds = args.get(&call.0).map_or(&[][..], Vec::as_slice);
            // Nothing keeps a descriptor while a generator waits.
            let keeps = !function.decl.generator || is_straight(&block.insts[at..], call.0);
            let target = match resolve(program, unit, callee, kinds) {
                Target::Dynamic if keeps && has_entry(program, unit, callee, kinds) => Target::Entry,
                Target::Fallback(_) if !keeps => Target::Dynamic,
                target => target,
            };
            plan.targets.insert(call.0, target);
        }
    }
    for (call, index, value) in results {
        let by_value = match plan.targets.get(&call) {
            Some(Target::Function(func)) => passing(program.decl(*func), index) == Passing::Value,
            Some(Target::Builtin(builtin)) => passing(&program.builtins[builtin.index()].decl, index) == Passing::Value,
            _ => false,
        };
        if !by_value {
            plan.keeps_reference.insert(value);
        }
    }
    plan
}

/// Does the call end in the block without anything yielded in between?
fn is_straight(insts: &[pir::Inst], wanted: Temp) -> bool {
    for inst in insts {
        match &inst.op {
            Op::CallEnd { call, .. } if *call == wanted => return true,
            Op::Yield { .. } | Op::YieldRef { .. } | Op::YieldRefCall { .. } | Op::YieldFrom { .. } => return false,
            _ => {}
        }
    }
    false
}

/// Can emitted code keep the arguments itself and call the generic entry?
fn has_entry(program: &Program, unit: UnitId, callee: &Callee, args: &[ArgKind]) -> bool {
    let literal = |name: &pir::Operand| match name {
        pir::Operand::Const(id) => match &program.unit(unit).consts[id.index()] {
            Const::Str(name) => !name.eq_ignore_ascii_case(b"__invoke"),
            Const::Null => true,
            _ => false,
        },
        _ => false,
    };
    let regular = args.len() <= 60 && !args.contains(&ArgKind::Irregular);
    regular && match callee {
        Callee::Function { .. } | Callee::Value(_) | Callee::Constructor { .. } => true,
        Callee::Method { name, .. } => literal(name) || is_computed(name),
        Callee::StaticMethod { name, .. } => literal(name),
        Callee::Callback { .. } | Callee::ParentHook { .. } => false,
    }
}

/// Is a method's name known only when the call begins?
pub(super) fn is_computed(name: &pir::Operand) -> bool {
    !matches!(name, pir::Operand::Const(_))
}

fn ops(blocks: &[BlockData]) -> impl Iterator<Item = &Op> {
    blocks.iter().flat_map(|block| block.insts.iter().map(|inst| &inst.op))
}

/// How the parameter that argument `index` goes to is passed.
pub(super) fn passing(decl: &FunctionDecl, index: usize) -> Passing {
    match decl.params.get(index).or(decl.params.last().filter(|last| last.variadic)) {
        Some(param) => param.passing,
        None => Passing::Value,
    }
}

fn resolve(program: &Program, unit: UnitId, callee: &Callee, args: &[ArgKind]) -> Target {
    let Callee::Function { name, fallback } = callee else { return Target::Dynamic };
    let text = |id: pir::ConstId| match &program.unit(unit).consts[id.index()] {
        Const::Str(text) => text.clone(),
        _ => Box::default(),
    };
    let first = text(*name);
    let target = lookup(program, unit, &first).or_else(|| match fallback {
        Some(global) if program.never_declared(&first) => lookup(program, unit, &text(*global)),
        Some(global) => program.builtin(&text(*global)).map(Target::Fallback),
        None => None,
    });
    let decl = match target {
        Some(Target::Function(func)) => program.decl(func),
        Some(Target::Builtin(builtin)) => &program.builtins[builtin.index()].decl,
        Some(Target::Fallback(builtin)) => {
            let decl = &program.builtins[builtin.index()].decl;
            let by_value = (0..args.len()).all(|index| passing(decl, index) == Passing::Value);
            if !by_value || args.len() > 60 {
                return Target::Dynamic;
            }
            decl
        }
        _ => return Target::Dynamic,
    };
    let required = decl.params.iter().rposition(|param| param.default.is_none() && !param.variadic).map_or(0, |at| at + 1);
    let fits = args.iter().enumerate().all(|(index, kind)| match kind {
        ArgKind::Irregular => false,
        ArgKind::Place | ArgKind::Value => true,
        // Results and expressions for a reference parameter: notices and errors are the runtime's.
        ArgKind::Result | ArgKind::Expression => passing(decl, index) == Passing::Value,
    });
    if !fits || args.len() < required || decl.deprecated {
        return Target::Dynamic;
    }
    target.unwrap_or(Target::Dynamic)
}

fn lookup(program: &Program, unit: UnitId, name: &[u8]) -> Option<Target> {
    if let Some(func) = program.hoisted_function(unit, name) {
        return Some(Target::Function(func));
    }
    program.builtin(name).map(Target::Builtin)
}
