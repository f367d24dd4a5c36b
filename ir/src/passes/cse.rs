//! What was computed or loaded already is not again: pure operations anywhere below in the dominator tree, loads along ways
//! on which nothing can have written. A branch on what an earlier branch decided goes.
//!
//! Requires nothing. Removes edges only.

use super::cleanup;
use super::counts::effects;
use crate::infer::transfer::can_throw;
use crate::program::Program;
use crate::ssa::cfg::Cfg;
use crate::ssa::op::EffectRule;
use crate::ssa::*;
use phpc_abi::effects::Effects;
use std::collections::HashMap;

/// Larger functions stay as they are.
const LARGEST: usize = 20_000;

pub fn run(program: &Program, func: &mut Func) {
    if func.insts.len() > LARGEST {
        return;
    }
    let cfg = Cfg::new(func);
    let mut children: Vec<Vec<Block>> = vec![Vec::new(); func.blocks.len()];
    for &block in cfg.order.iter().skip(1) {
        children[cfg.idom[block.index()].index()].push(block);
    }
    // Ways through exits come from the middle of a block: what is computed behind is not known there.
    let sideways = sideways(func);
    let mut walk = Walk {
        program,
        replaced: (0..func.values.len() as u32).map(Value).collect(),
        known: HashMap::new(),
        decided: HashMap::new(),
        narrowed: HashMap::new(),
        undo: Vec::new(),
        epochs: 0,
        at_end: vec![None; func.blocks.len()],
    };
    enum Step {
        Enter(Block),
        Leave(usize),
    }
    let mut work = vec![Step::Enter(Block(0))];
    while let Some(step) = work.pop() {
        match step {
            Step::Leave(mark) => walk.leave(mark),
            Step::Enter(block) => {
                let mark = walk.undo.len();
                let exits = has_exits(func, block);
                walk.block(func, &cfg, block);
                let early = |child: &&Block| exits && sideways[child.index()];
                let (children, below): (Vec<&Block>, Vec<&Block>) = children[block.index()].iter().partition(early);
                work.extend(children.into_iter().rev().map(|child| Step::Enter(*child)));
                work.push(Step::Leave(mark));
                work.extend(below.into_iter().rev().map(|child| Step::Enter(*child)));
            }
        }
    }
    for data in &mut func.insts {
        data.map_uses(&mut |value| walk.resolve(value));
    }
    cleanup::remove_unreachable(func);
    cleanup::remove_trivial_params(func);
}

fn has_exits(func: &Func, block: Block) -> bool {
    func.blocks[block.index()].insts.iter().any(|inst| func.inst(*inst).exit.is_some())
}

/// Blocks that an exit leads to, directly or not.
fn sideways(func: &Func) -> Vec<bool> {
    let all = func.blocks.iter().flat_map(|block| &block.insts);
    func.reached_from(all.filter_map(|inst| func.inst(*inst).exit.as_ref().map(|exit| exit.block)), None)
}

/// Numbers of states of memory: what was loaded under the same number is still there.
#[derive(Clone, Default)]
struct Memory {
    properties: u32,
    /// By slot number.
    slots: HashMap<i64, u32>,
    arrays: u32,
    globals: u32,
    references: u32,
}

type Key = Vec<u64>;

enum Undo {
    Known(Key, Option<Value>),
    Decided(Value, Option<bool>),
    Narrowed(Value, Option<Value>),
}

struct Walk<'a> {
    program: &'a Program,
    replaced: Vec<Value>,
    known: HashMap<Key, Value>,
    /// Conditions whose outcome is known here.
    decided: HashMap<Value, bool>,
    /// Values that a test let through, as what they were found to be.
    narrowed: HashMap<Value, Value>,
    undo: Vec<Undo>,
    epochs: u32,
    at_end: Vec<Option<Memory>>,
}

impl Walk<'_> {
    fn resolve(&self, value: Value) -> Value {
        cleanup::resolve(&self.replaced, value)
    }

    fn leave(&mut self, mark: usize) {
        for undo in self.undo.drain(mark..).rev() {
            match undo {
                Undo::Known(key, Some(old)) => drop(self.known.insert(key, old)),
                Undo::Known(key, None) => drop(self.known.remove(&key)),
                Undo::Decided(value, Some(old)) => drop(self.decided.insert(value, old)),
                Undo::Decided(value, None) => drop(self.decided.remove(&value)),
                Undo::Narrowed(value, Some(old)) => drop(self.narrowed.insert(value, old)),
                Undo::Narrowed(value, None) => drop(self.narrowed.remove(&value)),
            }
        }
    }

    fn know(&mut self, key: Key, value: Value) {
        let old = self.known.insert(key.clone(), value);
        self.undo.push(Undo::Known(key, old));
    }

    /// What stands for a use of the value here.
    fn name(&self, value: Value) -> Value {
        let mut value = self.resolve(value);
        while let Some(&narrow) = self.narrowed.get(&value) {
            value = self.resolve(narrow);
        }
        value
    }

    fn narrow(&mut self, value: Value, narrow: Value) {
        let old = self.narrowed.insert(value, narrow);
        self.undo.push(Undo::Narrowed(value, old));
    }

    fn decide(&mut self, value: Value, holds: bool) {
        let old = self.decided.insert(value, holds);
        self.undo.push(Undo::Decided(value, old));
    }

    fn fresh(&mut self) -> Memory {
        self.epochs += 4;
        let n = self.epochs;
        Memory { properties: n, slots: HashMap::new(), arrays: n + 1, globals: n + 2, references: n + 3 }
    }

    fn block(&mut self, func: &mut Func, cfg: &Cfg, block: Block) {
        let mut memory = match cfg.predecessors[block.index()][..] {
            [(from, inst)] if func.inst(inst).op.is_terminator() => {
                self.edge(func, inst, block);
                self.at_end[from.index()].clone()
            }
            _ => None,
        }
        .unwrap_or_else(|| self.fresh());
        let insts = std::mem::take(&mut func.blocks[block.index()].insts);
        let mut kept = Vec::with_capacity(insts.len());
        for inst in insts {
            func.insts[inst.index()].map_uses(&mut |value| self.name(value));
            if self.inst(func, inst, &mut memory) {
                kept.push(inst);
            }
        }
        func.blocks[block.index()].insts = kept;
        self.at_end[block.index()] = Some(memory);
    }

    /// What is known because this edge of a branch was taken.
    fn edge(&mut self, func: &Func, inst: Inst, block: Block) {
        let data = func.inst(inst);
        if data.op != Op::branch || data.targets[0].block == data.targets[1].block {
            return;
        }
        let mut holds = data.targets[0].block == block;
        let mut condition = data.args[0];
        loop {
            self.decide(condition, holds);
            match func.def(condition) {
                Some(def) if def.op == Op::bool_not => {
                    condition = self.resolve(def.args[0]);
                    holds = !holds;
                }
                _ => return,
            }
        }
    }

    /// Does the instruction stay?
    fn inst(&mut self, func: &mut Func, inst: Inst, memory: &mut Memory) -> bool {
        let data = func.inst(inst);
        if data.op == Op::branch
            && let Some(&holds) = self.decided.get(&data.args[0])
        {
            let data = &mut func.insts[inst.index()];
            let target = data.targets.swap_remove(usize::from(!holds));
            *data = InstData { op: Op::jump, args: vec![], targets: vec![target], ..data.clone() };
            return true;
        }
        if let (Op::type_exit, &Imm::Mask(mask)) = (data.op, &data.imm) {
            let (given, result) = (data.args[0], data.results[0]);
            if func.values[given.index()].ty.is(mask) {
                self.replaced[result.index()] = given;
                return false;
            }
            if !func.values[result.index()].ty.is_counted() {
                self.narrow(given, result);
            }
            return true;
        }
        if let Some(key) = self.key(func, data, memory) {
            let result = data.results[0];
            if let Some(&same) = self.known.get(&key)
                && fits(&func.values[same.index()].ty, &func.values[result.index()].ty)
            {
                self.replaced[result.index()] = same;
                return false;
            }
            self.know(key, result);
            return true;
        }
        self.clobber(func, inst, memory);
        true
    }

    fn clobber(&mut self, func: &Func, inst: Inst, memory: &mut Memory) {
        let data = func.inst(inst);
        match (data.op, &data.imm) {
            (Op::slot_store, Imm::Int(slot)) => {
                self.epochs += 1;
                memory.slots.insert(*slot, self.epochs);
                // What was stored is what is there.
                let (object, value) = (data.args[0], data.args[1]);
                let key = vec![Op::slot_load as u64, *slot as u64, u64::from(memory.properties), u64::from(self.epochs), u64::from(object.0)];
                self.know(key, value);
                return;
            }
            (Op::retain | Op::home | Op::unlikely | Op::jump | Op::branch | Op::switch | Op::switch_text, _) => return,
            (Op::release, _) if !func.values[data.args[0].index()].ty.may_have_destructor() => return,
            _ => {}
        }
        let effects = effects(self.program, func, data);
        if effects.can_run_user_code() || effects == Effects::ANY {
            *memory = self.fresh();
            return;
        }
        self.epochs += 1;
        let now = self.epochs;
        if effects.intersects(Effects::WRITES_PROPERTY) {
            memory.properties = now;
            memory.slots.clear();
        }
        for (effect, epoch) in [
            (Effects::WRITES_ARRAY, &mut memory.arrays),
            (Effects::WRITES_GLOBAL, &mut memory.globals),
            (Effects::WRITES_REFERENCE, &mut memory.references),
        ] {
            if effects.intersects(effect) {
                *epoch = now;
            }
        }
        // Operations that take arrays over may write in place.
        if !super::counts::takes_nothing(self.program, func, data) {
            memory.arrays = now;
        }
    }

    /// What makes two instructions the same, if such may be one.
    fn key(&self, func: &Func, data: &InstData, memory: &Memory) -> Option<Key> {
        let [result] = data.results[..] else { return None };
        let mut key = vec![data.op as u64];
        imm_words(&data.imm, &mut key)?;
        match data.op {
            Op::slot_load | Op::slot_old | Op::slot_peek => {
                key[0] = Op::slot_load as u64;
                let Imm::Int(slot) = data.imm else { return None };
                key.push(u64::from(memory.properties));
                key.push(u64::from(memory.slots.get(&slot).copied().unwrap_or(0)));
            }
            Op::ref_peek => key.push(u64::from(memory.references)),
            Op::element_exit if !func.values[result.index()].ty.is_counted() => key.push(u64::from(memory.arrays)),
            Op::array_length | Op::array_kind | Op::list_data | Op::list_load_int | Op::list_load_float => {
                key.push(u64::from(memory.arrays));
            }
            Op::class_ptr => key.push(u64::from(memory.globals)),
            Op::assume => {
                let ty = func.values[result.index()].ty;
                for level in 0..types::DEPTH {
                    key.push(u64::from(ty.mask[level].0) | u64::from(ty.kinds[level].0) << 16 | u64::from(ty.exact[level]) << 32);
                    key.push(ty.class[level].map_or(0, |class| u64::from(class.0) + 1));
                }
            }
            Op::string | Op::unit_ptr | Op::func_ptr | Op::null_ptr | Op::global_ptr => {}
            Op::int_add_exit | Op::int_sub_exit | Op::int_mul_exit => {}
            Op::cache_ptr | Op::stack_ptr | Op::resume_ptr | Op::select => return None,
            _ => {
                let pure = match data.op.info().effects {
                    EffectRule::Fixed(effects) => effects == Effects::PURE,
                    EffectRule::Operator => !can_throw(self.program, func, data),
                    _ => false,
                };
                let counted = func.values[result.index()].ty.is_counted();
                if !pure || counted || data.exit.is_some() || data.op.is_terminator() {
                    return None;
                }
            }
        }
        key.extend(data.args.iter().map(|arg| u64::from(arg.0)));
        Some(key)
    }
}

fn fits(known: &Type, wanted: &Type) -> bool {
    known.tags().is_within(wanted.tags()) && known.kinds[0].0 & !wanted.kinds[0].0 == 0
}

/// The immediate as words; none for those not worth it.
fn imm_words(imm: &Imm, words: &mut Key) -> Option<()> {
    match imm {
        Imm::None | Imm::Type(_) => {}
        Imm::Int(value) => words.push(*value as u64),
        Imm::Float(bits) => words.push(*bits),
        Imm::Bool(value) => words.push(u64::from(*value)),
        Imm::Const(unit, id) => words.extend([u64::from(unit.0), u64::from(id.0)]),
        Imm::Mask(mask) => words.push(u64::from(mask.0)),
        Imm::Func(func) => {
            let variant = match func.variant {
                Variant::Body => 0,
                Variant::Resume => 1,
                Variant::Special(n) => u64::from(n) + 2,
            };
            words.extend([u64::from(func.unit.0), u64::from(func.func.0), variant]);
        }
        Imm::ClassDecl(unit, class) => words.extend([u64::from(unit.0), u64::from(class.0)]),
        Imm::Unit(unit) => words.push(u64::from(unit.0)),
        Imm::Binary(op) => words.push(*op as u64),
        Imm::Unary(op) => words.push(*op as u64),
        Imm::Cast(kind) => words.push(*kind as u64),
        Imm::Compare(compare) => words.push(*compare as u64),
        _ => return None,
    }
    Some(())
}
