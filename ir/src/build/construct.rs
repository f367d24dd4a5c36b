//! SSA construction on the fly, after Braun et al. 2013: variables are written and read while blocks are filled; block
//! parameters appear where a read meets several predecessors. Exits leave from the middle of a block, so definitions carry
//! a stamp and an edge sees those made before it.

use crate::ssa::*;
use std::collections::HashMap;

/// A variable of the function being built: local, temporary or one of the builder's own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct Var(pub(super) u32);

type Stamp = u32;

#[derive(Clone, Copy)]
struct Edge {
    from: Block,
    inst: Inst,
    /// Which target of `inst`; None: its exit.
    target: Option<u32>,
    stamp: Stamp,
}

pub(super) struct Construct {
    pub(super) func: Func,
    /// Where instructions go; None after a terminator.
    pub(super) current: Option<Block>,
    definitions: Vec<HashMap<Var, Vec<(Stamp, Value)>>>,
    predecessors: Vec<Vec<Edge>>,
    sealed: Vec<bool>,
    incomplete: Vec<(Block, Var, Value)>,
    types: Vec<Type>,
    stamp: Stamp,
}

impl Construct {
    pub(super) fn new(func: Func) -> Construct {
        let mut construct = Construct {
            func,
            current: None,
            definitions: Vec::new(),
            predecessors: Vec::new(),
            sealed: Vec::new(),
            incomplete: Vec::new(),
            types: Vec::new(),
            stamp: 1,
        };
        let entry = construct.block();
        construct.sealed[entry.index()] = true;
        construct.current = Some(entry);
        construct
    }

    pub(super) fn var(&mut self, ty: Type) -> Var {
        self.types.push(ty);
        Var(self.types.len() as u32 - 1)
    }
    pub(super) fn var_type(&self, var: Var) -> Type {
        self.types[var.0 as usize]
    }

    /// A new block whose predecessors are not all known yet.
    pub(super) fn block(&mut self) -> Block {
        self.func.blocks.push(BlockData::default());
        self.definitions.push(HashMap::new());
        self.predecessors.push(Vec::new());
        self.sealed.push(false);
        Block(self.func.blocks.len() as u32 - 1)
    }
    pub(super) fn cold_block(&mut self) -> Block {
        let block = self.block();
        self.func.blocks[block.index()].cold = true;
        block
    }
    /// All predecessors of `block` have their edges.
    pub(super) fn seal(&mut self, block: Block) {
        self.sealed[block.index()] = true;
    }
    pub(super) fn is_reached(&self, block: Block) -> bool {
        block.0 == 0 || !self.predecessors[block.index()].is_empty()
    }
    pub(super) fn here(&self) -> Block {
        self.current.expect("instructions are emitted into an open block")
    }

    /// Appends an instruction to the current block; its results get `types`.
    pub(super) fn push(&mut self, op: Op, args: Vec<Value>, imm: Imm, types: &[Type], pos: Pos) -> Inst {
        let block = self.here();
        let inst = Inst(self.func.insts.len() as u32);
        let results = types.iter().enumerate().map(|(n, &ty)| self.value(ty, ValueDef::Result(inst, n as u32))).collect();
        self.func.insts.push(InstData { op, args, results, imm, exit: None, targets: Vec::new(), pos });
        self.func.blocks[block.index()].insts.push(inst);
        if op.is_terminator() {
            self.current = None;
        }
        inst
    }
    fn value(&mut self, ty: Type, def: ValueDef) -> Value {
        self.func.values.push(ValueData { ty, def });
        Value(self.func.values.len() as u32 - 1)
    }
    /// A parameter of the entry block.
    pub(super) fn entry_param(&mut self, ty: Type) -> Value {
        let n = self.func.blocks[0].params.len() as u32;
        let value = self.value(ty, ValueDef::Param(Block(0), n));
        self.func.blocks[0].params.push(value);
        value
    }
    pub(super) fn result(&self, inst: Inst, n: usize) -> Value {
        self.func.insts[inst.index()].results[n]
    }

    /// Terminators: adds a successor. To be called at once after `push`, in `from`, the block that it ended.
    pub(super) fn add_target(&mut self, from: Block, inst: Inst, block: Block) {
        let targets = &mut self.func.insts[inst.index()].targets;
        targets.push(Target { block, args: Vec::new() });
        let target = Some(targets.len() as u32 - 1);
        self.add_edge(block, Edge { from, inst, target, stamp: self.stamp });
    }
    /// Gives `inst` of the current block an exit to `block`, which sees the variables as they are now.
    pub(super) fn set_exit(&mut self, inst: Inst, block: Block) {
        self.func.insts[inst.index()].exit = Some(Target { block, args: Vec::new() });
        let from = self.here();
        self.add_edge(block, Edge { from, inst, target: None, stamp: self.stamp });
    }
    fn add_edge(&mut self, block: Block, edge: Edge) {
        debug_assert!(!self.sealed[block.index()], "an edge into a sealed block");
        self.predecessors[block.index()].push(edge);
        self.stamp += 1;
    }

    pub(super) fn write(&mut self, var: Var, value: Value) {
        let block = self.here();
        self.stamp += 1;
        self.definitions[block.index()].entry(var).or_default().push((self.stamp - 1, value));
    }
    pub(super) fn read(&mut self, var: Var) -> Value {
        self.read_at(var, self.here(), self.stamp)
    }

    fn read_at(&mut self, var: Var, mut block: Block, mut stamp: Stamp) -> Value {
        let mut passed = Vec::new();
        let value = loop {
            if let Some(definitions) = self.definitions[block.index()].get(&var)
                && let Some(&(_, value)) = definitions.iter().rev().find(|(at, _)| *at < stamp)
            {
                break value;
            }
            passed.push(block);
            match self.predecessors[block.index()][..] {
                [edge] if self.sealed[block.index()] => (block, stamp) = (edge.from, edge.stamp),
                [] if self.sealed[block.index()] => break self.undefined(var, block),
                _ => break self.join(var, block),
            }
        };
        for block in passed {
            let definitions = self.definitions[block.index()].entry(var).or_default();
            if definitions.first().is_none_or(|first| first.0 != 0) {
                definitions.insert(0, (0, value));
            }
        }
        value
    }

    fn join(&mut self, var: Var, block: Block) -> Value {
        let n = self.func.blocks[block.index()].params.len() as u32;
        let value = self.value(self.var_type(var), ValueDef::Param(block, n));
        self.func.blocks[block.index()].params.push(value);
        self.incomplete.push((block, var, value));
        value
    }

    /// A variable read where nothing has written it: only on paths that cannot be taken, and for undefined locals.
    fn undefined(&mut self, var: Var, block: Block) -> Value {
        let ty = self.var_type(var);
        let (op, imm, ty) = match ty.repr() {
            Repr::Int => (Op::int, Imm::Int(0), Type::INT),
            Repr::Bool => (Op::bool, Imm::Bool(false), Type::of(Mask::FALSE)),
            Repr::Pointer => (Op::null_ptr, Imm::None, ty),
            _ => (Op::undef, Imm::None, Type::UNDEF),
        };
        let inst = Inst(self.func.insts.len() as u32);
        let value = self.value(ty, ValueDef::Result(inst, 0));
        let data = InstData { op, args: vec![], results: vec![value], imm, exit: None, targets: vec![], pos: Pos(0) };
        self.func.insts.push(data);
        self.func.blocks[block.index()].insts.insert(0, inst);
        value
    }

    /// Fills in the arguments of all block parameters. Every edge must exist.
    pub(super) fn finish(mut self) -> Func {
        self.sealed.fill(true);
        let mut next = 0;
        while let Some(&(block, var, _)) = self.incomplete.get(next) {
            next += 1;
            for n in 0..self.predecessors[block.index()].len() {
                let edge = self.predecessors[block.index()][n];
                let value = self.read_at(var, edge.from, edge.stamp);
                let inst = &mut self.func.insts[edge.inst.index()];
                let target = match edge.target {
                    Some(target) => &mut inst.targets[target as usize],
                    None => inst.exit.as_mut().expect("an exit edge's instruction has an exit"),
                };
                target.args.push(value);
            }
        }
        self.func
    }
}
