//! After a test of a value's type, its uses on either side know the outcome.
//!
//! ```text
//! v2 = type_is null v1                 v2 = type_is null v1
//! branch v2 -> b1() -> b2()            branch v2 -> b1() -> b2()
//! b2(): use v1                    =>   b2(): v3 = assume v1 (not null)
//!                                           use v3
//! ```
//!
//! Requires nothing. Keeps the graph.

use crate::infer::classes::Classes;
use crate::pir::BinaryOp;
use crate::program::Program;
use crate::ssa::cfg::Cfg;
use crate::ssa::*;
use phpc_abi::primitives::Primitive;

/// Everything that a value can be.
const ALL: Mask = Mask(0xfff);
const FALSY: Mask = Mask(Mask::UNDEF.0 | Mask::NULL.0 | Mask::FALSE.0);

pub fn run(program: &Program, classes: &Classes, func: &mut Func) {
    let cfg = Cfg::new(func);
    let mut children: Vec<Vec<Block>> = vec![Vec::new(); func.blocks.len()];
    for &block in cfg.order.iter().skip(1) {
        children[cfg.idom[block.index()].index()].push(block);
    }
    let mut names = Names { first_made: func.values.len(), of: vec![None; func.values.len()], count: 0, made: Vec::new() };
    enum Step {
        Enter(Block),
        Restore(Value, Option<Value>),
    }
    let mut work = vec![Step::Enter(Block(0))];
    while let Some(step) = work.pop() {
        match step {
            Step::Restore(value, old) => drop(names.set(value, old)),
            Step::Enter(block) => {
                for (value, ty) in known(program, classes, func, &cfg, block) {
                    let value = names.root(value);
                    let root = func.values[value.index()].ty;
                    let mask = ty.tags();
                    let classed = ty.class[0].is_some() && root.class[0].is_none();
                    if !root.may_be(mask) || !classed && root.tags().without(mask) == Mask::NONE {
                        continue;
                    }
                    let name = names.current(value);
                    let pos = func.inst(func.blocks[block.index()].insts[0]).pos;
                    let narrow = crate::infer::transfer::meet(&func.values[name.index()].ty, &ty);
                    let (inst, result) = func.new_result(Op::assume, vec![name], Imm::Type(Box::new(ty)), narrow, pos);
                    func.blocks[block.index()].insts.insert(0, inst);
                    names.made.push(value);
                    work.push(Step::Restore(value, names.set(value, Some(result))));
                }
                rename(func, block, &names);
                work.extend(children[block.index()].iter().rev().map(|child| Step::Enter(*child)));
            }
        }
    }
}

/// What values are called in the block being looked at.
struct Names {
    /// Values from this number on are assumptions made here.
    first_made: usize,
    /// For each value from before.
    of: Vec<Option<Value>>,
    /// How many have another name.
    count: usize,
    /// What each assumption made here is a name of.
    made: Vec<Value>,
}

impl Names {
    fn is_made(&self, value: Value) -> bool {
        value.index() >= self.first_made
    }
    fn root(&self, value: Value) -> Value {
        if self.is_made(value) { self.made[value.index() - self.first_made] } else { value }
    }
    fn current(&self, value: Value) -> Value {
        self.of.get(value.index()).copied().flatten().unwrap_or(value)
    }
    /// Gives the name of before.
    fn set(&mut self, value: Value, name: Option<Value>) -> Option<Value> {
        let old = std::mem::replace(&mut self.of[value.index()], name);
        self.count = self.count + name.is_some() as usize - old.is_some() as usize;
        old
    }
}

fn rename(func: &mut Func, block: Block, names: &Names) {
    if names.count == 0 {
        return;
    }
    let (blocks, insts) = (&func.blocks, &mut func.insts);
    for inst in &blocks[block.index()].insts {
        let data = &mut insts[inst.index()];
        if !data.results.first().is_some_and(|&result| names.is_made(result)) {
            data.map_uses(&mut |value| names.current(value));
        }
    }
}

/// What is known at the block's start because of the one branch that leads there.
fn known(program: &Program, classes: &Classes, func: &Func, cfg: &Cfg, block: Block) -> Vec<(Value, Type)> {
    let [(_, inst)] = cfg.predecessors[block.index()][..] else { return Vec::new() };
    let data = func.inst(inst);
    if data.op != Op::branch || data.exit.is_some() {
        return Vec::new();
    }
    let yes = data.targets[0].block == block;
    let mut found = Vec::new();
    facts(func, data.args[0], yes, &mut found, 0);
    let mut found: Vec<(Value, Type)> = found.into_iter().map(|(value, mask)| (value, Type::of(mask))).collect();
    found.extend(if yes { instance(program, classes, func, data.args[0]) } else { None });
    found
}

/// `$x instanceof C` for a class of the program.
fn instance(program: &Program, classes: &Classes, func: &Func, condition: Value) -> Option<(Value, Type)> {
    let data = func.def(condition).filter(|data| data.imm == Imm::Primitive(Primitive::instance_of))?;
    let class = classes.of_pointer(program, func, data.args[1])?;
    Some((data.args[0], Type::with_class(class, false)))
}

/// What a condition's outcome says about tags.
pub(super) fn facts(func: &Func, condition: Value, holds: bool, found: &mut Vec<(Value, Mask)>, depth: u32) {
    let Some(data) = func.def(condition) else { return };
    let sided = |mask: Mask| if holds { mask } else { ALL.without(mask) };
    match (data.op, &data.imm) {
        _ if depth > 4 => {}
        (Op::bool_not, _) => facts(func, data.args[0], !holds, found, depth + 1),
        (Op::type_is, Imm::Mask(mask)) => found.push((data.args[0], sided(*mask))),
        (Op::truth, _) => {
            let value = data.args[0];
            if func.values[value.index()].ty.is(Mask::BOOL) {
                found.push((value, if holds { Mask::TRUE } else { Mask::FALSE }));
                facts(func, value, holds, found, depth + 1);
            } else if holds {
                found.push((value, ALL.without(FALSY)));
            }
        }
        (Op::binary, Imm::Binary(op @ (BinaryOp::Identical | BinaryOp::NotIdentical))) => {
            let same = (*op == BinaryOp::Identical) == holds;
            for (one, other) in [(data.args[0], data.args[1]), (data.args[1], data.args[0])] {
                let Some(unit) = unit(func, one) else { continue };
                found.push((other, if same { unit } else { ALL.without(unit) }));
            }
        }
        _ => {}
    }
}

/// The tag of a constant that is the only value with its tag.
fn unit(func: &Func, value: Value) -> Option<Mask> {
    let data = func.def(value)?;
    match (data.op, &data.imm) {
        (Op::null, _) => Some(Mask::NULL),
        (Op::bool, Imm::Bool(true)) => Some(Mask::TRUE),
        (Op::bool, Imm::Bool(false)) => Some(Mask::FALSE),
        _ => None,
    }
}
