//! Editing a function: appending code to open blocks, and replacing an instruction by a fast path in front of it.

use super::*;
use phpc_abi::primitives::Primitive;
use std::collections::{BTreeSet, HashMap};

/// Where code is being appended: the end of a block that has no terminator yet.
#[derive(Clone, Copy)]
pub struct Cursor {
    pub block: Block,
    pub pos: Pos,
}

impl Cursor {
    pub fn value(&self, func: &mut Func, op: Op, args: &[Value], imm: Imm, ty: Type) -> Value {
        let (inst, value) = func.new_result(op, args.to_vec(), imm, ty, self.pos);
        func.blocks[self.block.index()].insts.push(inst);
        value
    }
    pub fn void(&self, func: &mut Func, op: Op, args: &[Value], imm: Imm) -> Inst {
        let inst = func.new_inst(op, args.to_vec(), imm, self.pos);
        func.blocks[self.block.index()].insts.push(inst);
        inst
    }
    pub fn assume(&self, func: &mut Func, value: Value, ty: Type) -> Value {
        if func.values[value.index()].ty == ty {
            return value;
        }
        self.value(func, Op::assume, &[value], Imm::Type(Box::new(ty)), ty)
    }
    pub fn retain(&self, func: &mut Func, value: Value) {
        if func.values[value.index()].ty.is_counted() {
            self.void(func, Op::retain, &[value], Imm::None);
        }
    }
    pub fn jump(&self, func: &mut Func, block: Block, args: Vec<Value>) {
        let inst = self.void(func, Op::jump, &[], Imm::None);
        func.insts[inst.index()].targets = vec![Target { block, args }];
    }
    /// Goes on in a new block where `condition` holds; else to `other`, which takes nothing.
    pub fn need(&mut self, func: &mut Func, condition: Value, other: Block) {
        let on = func.new_block(func.blocks[self.block.index()].cold);
        let inst = self.void(func, Op::branch, &[condition], Imm::None);
        let target = |block| Target { block, args: Vec::new() };
        func.insts[inst.index()].targets = vec![target(on), target(other)];
        self.block = on;
    }
    /// Goes on where the value's tag lies within `ty`'s, with the value as of that type.
    pub fn need_type(&mut self, func: &mut Func, value: Value, ty: Type, other: Block) -> Value {
        let known = func.values[value.index()].ty;
        if !known.is(ty.tags()) {
            let test = self.value(func, Op::type_is, &[value], Imm::Mask(ty.tags()), Type::BOOL);
            self.need(func, test, other);
        }
        self.assume(func, value, ty)
    }
}

/// An instruction that gets a fast path in front.
pub struct Detour {
    /// Ends where the instruction was.
    pub cursor: Cursor,
    /// Holds the instruction; takes nothing.
    pub slow: Block,
    /// What follows; its parameters are the instruction's results.
    pub rest: Block,
}

/// Makes the exits of place operations pass on the results which are used behind them, so that an operation may be moved.
pub fn pass_results_on_exits(func: &mut Func) {
    let cfg = super::cfg::Cfg::new(func);
    let mut homes: HashMap<Value, Block> = HashMap::new();
    for data in cfg.order.iter().flat_map(|block| &func.blocks[block.index()].insts).map(|inst| func.inst(*inst)) {
        if let (Imm::Place(_), Some(exit)) = (&data.imm, &data.exit) {
            homes.extend(data.results.iter().map(|result| (*result, exit.block)));
        }
    }
    let mut wanted: BTreeSet<(Block, Value)> = BTreeSet::new();
    for &block in &cfg.order {
        for inst in &func.blocks[block.index()].insts {
            for value in func.inst(*inst).uses() {
                if let Some(&target) = homes.get(&value).filter(|target| cfg.dominates(**target, block)) {
                    wanted.insert((target, value));
                }
            }
        }
    }
    let mut passed: HashMap<Value, (Block, Value)> = HashMap::new();
    for &(target, value) in &wanted {
        let n = func.blocks[target.index()].params.len() as u32;
        let param = func.new_value(func.values[value.index()].ty, ValueDef::Param(target, n));
        func.blocks[target.index()].params.push(param);
        passed.insert(value, (target, param));
    }
    for &block in &cfg.order {
        for inst in func.blocks[block.index()].insts.clone() {
            let data = &mut func.insts[inst.index()];
            data.map_uses(&mut |value| match passed.get(&value) {
                Some(&(target, param)) if cfg.dominates(target, block) => param,
                _ => value,
            });
            for edge in data.edges_mut() {
                edge.args.extend(wanted.iter().filter(|(target, _)| *target == edge.block).map(|(_, value)| *value));
            }
        }
    }
}

impl Func {
    /// Takes instruction number `at` of the block out into a slow path of its own. The caller fills the fast path, which
    /// jumps to `rest` with the results, or to `slow`.
    pub fn detour(&mut self, block: Block, at: usize) -> Detour {
        let cold = self.blocks[block.index()].cold;
        let (slow, rest) = (self.new_block(true), self.new_block(cold));
        let tail = self.blocks[block.index()].insts.split_off(at + 1);
        self.blocks[rest.index()].insts = tail;
        let inst = self.blocks[block.index()].insts.pop().expect("there is an instruction at this place");
        let (results, pos) = (self.inst(inst).results.clone(), self.inst(inst).pos);
        let mut slow_results = Vec::new();
        for (n, &result) in results.iter().enumerate() {
            let fresh = self.new_value(self.values[result.index()].ty, ValueDef::Result(inst, n as u32));
            slow_results.push(fresh);
            self.values[result.index()].def = ValueDef::Param(rest, n as u32);
            self.blocks[rest.index()].params.push(result);
        }
        let data = &mut self.insts[inst.index()];
        data.results.clone_from(&slow_results);
        for arg in data.edges_mut().flat_map(|edge| &mut edge.args) {
            if let Some(n) = results.iter().position(|result| result == arg) {
                *arg = slow_results[n];
            }
        }
        self.blocks[slow.index()].insts.push(inst);
        Cursor { block: slow, pos }.jump(self, rest, slow_results);
        Detour { cursor: Cursor { block, pos }, slow, rest }
    }
}

impl Cursor {
    /// Releases an owned value while an exception is pending, which stays so (with one from a destructor in front).
    pub fn release_pending(&self, func: &mut Func, value: Value) {
        let ty = func.values[value.index()].ty;
        if !ty.is_counted() {
            return;
        }
        if !ty.may_have_destructor() {
            self.void(func, Op::release, &[value], Imm::None);
            return;
        }
        let exception = self.value(func, Op::prim, &[], Imm::Primitive(Primitive::pending_take), Type::OBJECT);
        let unwinding = Imm::Primitive(Primitive::release_unwinding);
        let merged = self.value(func, Op::prim, &[value, exception], unwinding, Type::OBJECT);
        self.void(func, Op::prim_void, &[merged], Imm::Primitive(Primitive::pending_set));
    }
}
