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

/// Goes through the instructions outside cold blocks, those in blocks that are added meanwhile too. `expand` tells whether it
/// took the instruction out by [`Func::detour`], behind which the block ends.
pub fn expand_each(func: &mut Func, mut expand: impl FnMut(&mut Func, Block, usize) -> bool) {
    let mut block = 0;
    while block < func.blocks.len() {
        let mut at = 0;
        while !func.blocks[block].cold && at < func.blocks[block].insts.len() && !expand(func, Block(block as u32), at) {
            at += 1;
        }
        block += 1;
    }
}

/// Makes the exits of place operations pass on the results which are used behind them, so that an operation may be moved.
pub fn pass_results_on_exits(func: &mut Func) {
    let has_exit = |data: &InstData| data.exit.is_some() && !data.results.is_empty() && matches!(data.imm, Imm::Place(_));
    if !func.has(has_exit) {
        return;
    }
    let seen = func.reached_from([Block(0)], None);
    let reached = || (0..func.blocks.len() as u32).map(Block).filter(|block| seen[block.index()]);
    // By value: where it is defined, and where exits lead from there.
    let mut homes: Vec<Option<(Block, Block)>> = vec![None; func.values.len()];
    for block in reached() {
        for inst in &func.blocks[block.index()].insts {
            let data = func.inst(*inst);
            if let (Imm::Place(_), Some(exit)) = (&data.imm, &data.exit) {
                data.results.iter().for_each(|result| homes[result.index()] = Some((block, exit.block)));
            }
        }
    }
    let mut behind: HashMap<(Block, Block), Vec<bool>> = HashMap::new();
    let mut wanted: BTreeSet<Value> = BTreeSet::new();
    for block in reached() {
        for inst in &func.blocks[block.index()].insts {
            for value in func.inst(*inst).uses() {
                let Some((home, target)) = homes[value.index()] else { continue };
                if block == home || wanted.contains(&value) {
                    continue;
                }
                let reached = behind.entry((target, home)).or_insert_with(|| func.reached_from([target], Some(home)));
                if reached[block.index()] {
                    wanted.insert(value);
                }
            }
        }
    }
    for value in wanted {
        let Some((home, target)) = homes[value.index()] else { continue };
        let reached = func.reached_from([target], Some(home));
        Landed::new(func, value, home, reached).run(func, target);
    }
}

/// A value that arrives by its definition on some ways, as a parameter of its exit's block on others.
struct Landed {
    value: Value,
    home: Block,
    /// Blocks that the exit leads to.
    reached: Vec<bool>,
    edges: Vec<Vec<(Block, Inst, usize)>>,
    at_entry: HashMap<Block, Value>,
    made: Vec<Block>,
}

impl Landed {
    fn new(func: &Func, value: Value, home: Block, reached: Vec<bool>) -> Landed {
        let edges = func.incoming_edges();
        Landed { value, home, reached, edges, at_entry: HashMap::new(), made: Vec::new() }
    }

    fn run(mut self, func: &mut Func, target: Block) {
        self.add_param(func, target);
        for block in (0..self.reached.len() as u32).map(Block) {
            if !self.reached[block.index()] {
                continue;
            }
            for inst in func.blocks[block.index()].insts.clone() {
                if func.inst(inst).uses().any(|value| value == self.value) {
                    let here = self.at_entry(func, block);
                    let old = self.value;
                    func.insts[inst.index()].map_uses(&mut |value| if value == old { here } else { value });
                }
            }
        }
        let mut next = 0;
        while let Some(&block) = self.made.get(next) {
            next += 1;
            for (from, inst, n) in self.edges[block.index()].clone() {
                let arg = if self.reached[from.index()] { self.at_entry(func, from) } else { self.value };
                func.insts[inst.index()].edges_mut().nth(n).expect("edges stay").args.push(arg);
            }
        }
    }

    fn add_param(&mut self, func: &mut Func, block: Block) -> Value {
        let n = func.blocks[block.index()].params.len() as u32;
        let param = func.new_value(func.values[self.value.index()].ty, ValueDef::Param(block, n));
        func.blocks[block.index()].params.push(param);
        self.at_entry.insert(block, param);
        self.made.push(block);
        param
    }

    /// What stands for the value in a block that the exit leads to.
    fn at_entry(&mut self, func: &mut Func, block: Block) -> Value {
        let mut passed = Vec::new();
        let mut at = block;
        let found = loop {
            if let Some(&known) = self.at_entry.get(&at) {
                break known;
            }
            match self.edges[at.index()][..] {
                [(from, ..)] if from != self.home && self.reached[from.index()] => {
                    passed.push(at);
                    at = from;
                }
                [_] => break self.value,
                _ => break self.add_param(func, at),
            }
        };
        for block in passed {
            self.at_entry.insert(block, found);
        }
        found
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
