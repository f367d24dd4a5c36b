//! Calls of small functions and methods become the function's code. Traces still show the call: its positions say where it
//! was, and what it was passed keeps homes.
//!
//! ```text
//! v3 = call_checked area v1, …        v4 = slot_load 0 v1
//! v5 = binary mul v3, v2          =>  v5 = binary mul v4, v2
//! ```
//!
//! Where arguments are not known to be of the declared types, they are tested, and the call stays for those that are not.
//!
//! Requires types. Adds blocks.

use super::cleanup;
use super::counts::is_traced;
use crate::infer::classes::Classes;
use crate::infer::passed_type;
use crate::pir::CastKind;
use crate::program::Program;
use crate::ssa::cfg::Cfg;
use crate::ssa::edit::{Cursor, Detour, expand_each};
use crate::ssa::*;
use phpc_abi::decl::{FunctionKind, Passing, TypeMask};
use phpc_abi::primitives::Primitive;
use std::collections::{BTreeSet, HashMap};

/// Operations (those that stand for code, off cold paths) of functions that are inlined: anywhere, in loops, into inlined code.
const SMALL: usize = 16;
const SMALL_IN_LOOPS: usize = 40;
/// All instructions of a function that is inlined, and those above which nothing more is inlined into a function.
const LARGEST: usize = 160;
const LARGEST_CALLER: usize = 3000;
const DEEPEST: usize = 3;

pub fn run(program: &Program, classes: &Classes, funcs: &mut [Func], once: &BTreeSet<FuncRef>) {
    let bodies: HashMap<FuncRef, (usize, Func)> = funcs
        .iter()
        .filter_map(|func| Some((func.reference, (weight(program, func)?, func.clone()))))
        .collect();
    for func in funcs.iter_mut().filter(|func| !once.contains(&func.reference)) {
        let mut inline = Inline { program, classes, bodies: &bodies, in_loop: in_loops(func), changed: false };
        expand_each(func, |func, block, at| inline.try_call(func, block, at));
        if inline.changed {
            cleanup::remove_unreachable(func);
        }
    }
}

/// Operations of a function that can be inlined.
fn weight(program: &Program, func: &Func) -> Option<usize> {
    let decl = program.decl(func.reference);
    let plain = matches!(decl.kind, FunctionKind::Function | FunctionKind::Method)
        && func.reference.variant == Variant::Body
        && func.signature.hidden.iter().all(|hidden| matches!(hidden, Hidden::This | Hidden::StaticClass))
        && !(decl.generator || decl.uses_arguments || decl.returns_reference)
        && !decl.params.iter().any(|param| param.variadic || param.passing != Passing::Value)
        && func.slots.is_empty()
        && func.insts.len() <= LARGEST;
    if !plain || !Cfg::new(func).loops().is_empty() {
        return None;
    }
    let calls_itself = |data: &InstData| data.imm == Imm::Func(func.reference) && data.op != Op::func_ptr;
    let mut weight = 0;
    for block in &func.blocks {
        for data in block.insts.iter().map(|inst| func.inst(*inst)) {
            if calls_itself(data) {
                return None;
            }
            if data.op == Op::unlikely {
                break;
            }
            weight += usize::from(!block.cold && is_code(data.op));
        }
    }
    Some(weight)
}

fn is_code(op: Op) -> bool {
    use Op::*;
    !matches!(op, undef | null | bool | int | float | string | null_ptr | func_ptr | class_ptr | assume | retain | home | jump | ret)
}

fn in_loops(func: &Func) -> Vec<bool> {
    let mut found = vec![false; func.blocks.len()];
    for inside in Cfg::new(func).loops().iter().map(|it| &it.inside) {
        found.iter_mut().zip(inside).for_each(|(found, inside)| *found |= inside);
    }
    found
}

struct Inline<'a> {
    program: &'a Program,
    classes: &'a Classes,
    bodies: &'a HashMap<FuncRef, (usize, Func)>,
    /// By block of the caller.
    in_loop: Vec<bool>,
    changed: bool,
}

/// An argument: as it is, or what it must be tested for.
enum Passed {
    AsIs,
    Float,
    OfType(Type),
    /// Of the class of a declared type, or below.
    OfClass(ClassId),
}

impl Inline<'_> {
    /// Inlines the call that instruction `at` of the block is. False: it stays.
    fn try_call(&mut self, func: &mut Func, block: Block, at: usize) -> bool {
        let data = func.inst(func.blocks[block.index()].insts[at]);
        let (Op::call | Op::call_checked, &Imm::Func(target)) = (data.op, &data.imm) else { return false };
        let Some((weight, callee)) = self.bodies.get(&target) else { return false };
        let Some(depth) = depth(func, data.pos, target) else { return false };
        let most = if depth == 0 && self.in_loop[block.index()] { SMALL_IN_LOOPS } else { SMALL };
        if *weight > most || depth >= DEEPEST || func.insts.len() > LARGEST_CALLER || target.unit != func.reference.unit {
            return false;
        }
        let hidden = callee.signature.hidden.len();
        let from = if data.op == Op::call { hidden } else { 2 };
        if data.args.len() - from != callee.signature.params.len() {
            return false;
        }
        let Some(passed) = self.passed(func, callee, &data.args[from..]) else { return false };
        self.inline(func, block, at, callee, &passed);
        self.in_loop.resize(func.blocks.len(), self.in_loop[block.index()]);
        self.changed = true;
        true
    }

    fn passed(&self, func: &Func, callee: &Func, args: &[Value]) -> Option<Vec<Passed>> {
        let decl = self.program.decl(callee.reference);
        let mut found = Vec::new();
        for ((arg, param), declared) in args.iter().zip(&callee.signature.params).zip(&decl.params) {
            let ty = func.values[arg.index()].ty;
            if declared.ty.as_ref().is_some_and(|ty| ty.mask.contains(TypeMask::CALLABLE)) {
                return None;
            }
            let is_float = *param == Type::FLOAT;
            found.push(match passed_type(self.classes, &ty, param) {
                Some(_) if is_float && !ty.is(Mask::FLOAT) => Passed::Float,
                Some(_) => Passed::AsIs,
                None if is_float => Passed::Float,
                None if !param.may_be(Mask::OBJECT) => Passed::OfType(*param),
                None if param.is(Mask::OBJECT) && ty.may_be(Mask::OBJECT) => Passed::OfClass(self.class(param)?),
                None => return None,
            });
        }
        Some(found)
    }

    /// A class (no interface) whose objects a test tells.
    fn class(&self, ty: &Type) -> Option<ClassId> {
        ty.class[0].filter(|class| self.classes.depth(*class).is_some())
    }

    fn inline(&self, func: &mut Func, block: Block, at: usize, callee: &Func, passed: &[Passed]) {
        let data = func.inst(func.blocks[block.index()].insts[at]).clone();
        let Detour { mut cursor, slow, rest } = func.detour(block, at);
        let marker = func.new_inst(Op::unlikely, Vec::new(), Imm::None, data.pos);
        func.blocks[slow.index()].insts.insert(0, marker);
        let hidden = callee.signature.hidden.len();
        let given = &data.args[if data.op == Op::call { hidden } else { 2 }..];
        let mut args: Vec<Value> = data.args[..hidden].to_vec();
        if callee.signature.hidden.first() == Some(&Hidden::This) {
            args[0] = self.receiver(func, &cursor, callee, args[0]);
        }
        let mut tested = Vec::new();
        for ((&arg, passed), param) in given.iter().zip(passed).zip(&callee.signature.params) {
            tested.push(match passed {
                Passed::AsIs => arg,
                Passed::Float => cursor.need_type(func, arg, Type::NUMBER, slow),
                Passed::OfType(ty) => cursor.need_type(func, arg, *ty, slow),
                Passed::OfClass(class) => self.need_class(func, &mut cursor, arg, *class, param, slow),
            });
        }
        for (arg, passed) in tested.iter_mut().zip(passed) {
            if matches!(passed, Passed::Float) && !func.values[arg.index()].ty.is(Mask::FLOAT) {
                *arg = cursor.value(func, Op::cast, &[*arg], Imm::Cast(CastKind::Float), Type::FLOAT);
            }
        }
        args.extend(tested);
        let id = func.inlined.len() as u32;
        let this = callee.signature.hidden.first().map(|hidden| *hidden == Hidden::This);
        func.inlined.push(InlinedCall { params: callee.signature.params.len() as u32, this });
        func.inlined.extend(&callee.inlined);
        let mut copy = Copy {
            program: self.program,
            callee,
            id,
            homes: homes(self.program, callee),
            first_block: func.blocks.len() as u32,
            first_pos: func.positions.len() as u32,
            values: vec![None; callee.values.len()],
            exit: data.exit,
            rest,
        };
        for (param, arg) in callee.blocks[0].params.iter().zip(args) {
            copy.values[param.index()] = Some(arg);
        }
        copy.positions(func, data.pos);
        copy.blocks(func);
        if copy.homes.is_none() {
            copy.home_this(func, &cursor);
        }
        cursor.jump(func, Block(copy.first_block), Vec::new());
    }

    /// `$this` as an object of the method's class.
    fn receiver(&self, func: &mut Func, cursor: &Cursor, callee: &Func, given: Value) -> Value {
        let own = callee.values[callee.blocks[0].params[0].index()].ty;
        let source = match func.def(given) {
            Some(def) if def.op == Op::assume && func.values[def.args[0].index()].ty.is(Mask::OBJECT) => def.args[0],
            _ => given,
        };
        let ty = func.values[source.index()].ty;
        match ty.is(Mask::OBJECT) && ty.class[0].is_some() {
            true => source,
            false => cursor.value(func, Op::assume, &[source], Imm::Type(Box::new(own)), own),
        }
    }

    fn need_class(&self, func: &mut Func, cursor: &mut Cursor, arg: Value, class: ClassId, param: &Type, slow: Block) -> Value {
        let known = func.values[arg.index()].ty;
        let object = cursor.need_type(func, arg, known.narrow(Mask::OBJECT), slow);
        let own = cursor.value(func, Op::object_class, &[object], Imm::None, Type::POINTER);
        let (unit, index) = self.program.class_place(class);
        let wanted = cursor.value(func, Op::class_ptr, &[], Imm::ClassDecl(unit, index), Type::POINTER);
        let depth = self.classes.depth(class).expect("it was asked before");
        let below = cursor.value(func, Op::class_is_ancestor, &[own, wanted], Imm::Int(depth), Type::BOOL);
        cursor.need(func, below, slow);
        cursor.value(func, Op::assume, &[object], Imm::Type(Box::new(*param)), *param)
    }
}

/// Calls around this place of the inlined code. None: the function is one of them.
fn depth(func: &Func, pos: Pos, target: FuncRef) -> Option<usize> {
    let mut depth = 0;
    let mut at = &func.positions[pos.index()];
    loop {
        if at.function.unit == target.unit && at.function.func == target.func {
            return None;
        }
        let Some(call) = at.inlined_at else { return Some(depth) };
        at = &func.positions[call.index()];
        depth += 1;
    }
}

/// The `home`s of a function whose parameters never change and that is not traced but on cold paths: they go there.
fn homes(program: &Program, func: &Func) -> Option<Vec<(Value, Imm)>> {
    let mut found: Vec<(Value, Imm)> = Vec::new();
    for block in &func.blocks {
        for data in block.insts.iter().map(|inst| func.inst(*inst)) {
            if data.op == Op::home {
                let is_param = matches!(func.values[data.args[0].index()].def, ValueDef::Param(Block(0), _));
                if !is_param || found.iter().any(|(_, imm)| *imm == data.imm) {
                    return None;
                }
                found.push((data.args[0], data.imm.clone()));
            } else if !block.cold && is_traced(program, func, data) {
                return None;
            }
        }
    }
    Some(found)
}

/// The copy of a callee's code.
struct Copy<'a> {
    program: &'a Program,
    callee: &'a Func,
    /// Index into the caller's inlined calls.
    id: u32,
    /// What is homed on cold paths only; None: where the callee does.
    homes: Option<Vec<(Value, Imm)>>,
    first_block: u32,
    first_pos: u32,
    values: Vec<Option<Value>>,
    /// Where the call's exceptions go.
    exit: Option<Target>,
    rest: Block,
}

impl Copy<'_> {
    fn positions(&self, func: &mut Func, call: Pos) {
        for position in &self.callee.positions {
            let (inlined_at, inlined) = match position.inlined_at {
                None => (call, self.id),
                Some(at) => (Pos(self.first_pos + at.0), self.id + 1 + position.inlined),
            };
            func.positions.push(Position { inlined_at: Some(inlined_at), inlined, ..*position });
        }
    }

    fn blocks(&mut self, func: &mut Func) {
        for (number, data) in self.callee.blocks.iter().enumerate() {
            let block = func.new_block(data.cold);
            // The arguments stand for the entry's parameters.
            let params = if number == 0 { &[][..] } else { &data.params };
            for (n, &param) in params.iter().enumerate() {
                let copy = func.new_value(self.callee.values[param.index()].ty, ValueDef::Param(block, n as u32));
                func.blocks[block.index()].params.push(copy);
                self.values[param.index()] = Some(copy);
            }
        }
        // Uses may stand before definitions in the order of the blocks.
        for data in &self.callee.blocks {
            for &inst in &data.insts {
                for &result in &self.callee.inst(inst).results {
                    let copy = func.new_value(self.callee.values[result.index()].ty, ValueDef::Result(Inst(0), 0));
                    self.values[result.index()] = Some(copy);
                }
            }
        }
        for (number, data) in self.callee.blocks.iter().enumerate() {
            let block = Block(self.first_block + number as u32);
            if let Some(homes) = &self.homes
                && data.insts.iter().any(|inst| is_traced(self.program, self.callee, self.callee.inst(*inst)))
            {
                let cursor = Cursor { block, pos: Pos(self.first_pos + self.callee.inst(data.insts[0]).pos.0) };
                self.home_this(func, &cursor);
                for (value, imm) in homes {
                    cursor.void(func, Op::home, &[self.value(*value)], self.home(imm));
                }
            }
            for &inst in &data.insts {
                self.instruction(func, block, self.callee.inst(inst));
            }
        }
    }

    fn home_this(&self, func: &mut Func, cursor: &Cursor) {
        if !self.callee.signature.hidden.is_empty() {
            let this = self.value(self.callee.blocks[0].params[0]);
            cursor.void(func, Op::home, &[this], Imm::Inlined(self.id, InlinedCall::THIS));
        }
    }

    /// A home of the callee's in the caller.
    fn home(&self, imm: &Imm) -> Imm {
        match *imm {
            Imm::Int(param) => Imm::Inlined(self.id, param as u32),
            Imm::Inlined(call, param) => Imm::Inlined(self.id + 1 + call, param),
            ref imm => imm.clone(),
        }
    }

    fn value(&self, value: Value) -> Value {
        self.values[value.index()].expect("values of reachable code are defined")
    }

    fn target(&self, target: &Target) -> Target {
        Target {
            block: Block(self.first_block + target.block.0),
            args: target.args.iter().map(|arg| self.value(*arg)).collect(),
        }
    }

    fn instruction(&self, func: &mut Func, block: Block, data: &InstData) {
        let args: Vec<Value> = data.args.iter().map(|arg| self.value(*arg)).collect();
        let pos = Pos(self.first_pos + data.pos.0);
        let cursor = Cursor { block, pos };
        match (data.op, &self.exit) {
            (Op::ret, _) => return cursor.jump(func, self.rest, args),
            (Op::unwind, Some(exit)) => {
                cursor.void(func, Op::prim_void, &args, Imm::Primitive(Primitive::pending_set));
                return cursor.jump(func, exit.block, exit.args.clone());
            }
            _ => {}
        }
        if data.op == Op::home && self.homes.is_some() {
            return;
        }
        let imm = if data.op == Op::home { self.home(&data.imm) } else { data.imm.clone() };
        // What has none is in a landing pad, where no exception leaves.
        let exit = data.exit.as_ref().map(|exit| self.target(exit));
        let inst = cursor.void(func, data.op, &args, imm);
        let results: Vec<Value> = data.results.iter().map(|result| self.value(*result)).collect();
        for (n, &result) in results.iter().enumerate() {
            func.values[result.index()].def = ValueDef::Result(inst, n as u32);
        }
        let targets = data.targets.iter().map(|target| self.target(target)).collect();
        let copy = &mut func.insts[inst.index()];
        copy.results = results;
        copy.exit = exit;
        copy.targets = targets;
    }
}
