//! The control-flow graph of a function: successors (exits included), predecessors, order, dominators, loops.

use super::*;

impl InstData {
    /// Successors: the exit, then the targets.
    pub fn edges(&self) -> impl Iterator<Item = &Target> {
        self.exit.iter().chain(&self.targets)
    }
    pub fn edges_mut(&mut self) -> impl Iterator<Item = &mut Target> {
        self.exit.iter_mut().chain(&mut self.targets)
    }
    /// Every value that the instruction uses, arguments of its edges included.
    pub fn uses(&self) -> impl Iterator<Item = Value> {
        self.args.iter().copied().chain(self.edges().flat_map(|target| target.args.iter().copied()))
    }
    pub fn map_uses(&mut self, map: &mut dyn FnMut(Value) -> Value) {
        let edges = self.exit.iter_mut().chain(&mut self.targets);
        for value in self.args.iter_mut().chain(edges.flat_map(|target| &mut target.args)) {
            *value = map(*value);
        }
    }
}

impl Func {
    pub fn inst(&self, inst: Inst) -> &InstData {
        &self.insts[inst.index()]
    }
    pub fn block_edges(&self, block: Block) -> impl Iterator<Item = (Inst, &Target)> {
        self.blocks[block.index()].insts.iter().flat_map(|&inst| self.inst(inst).edges().map(move |edge| (inst, edge)))
    }
    /// Is there such an instruction?
    pub fn has(&self, wanted: impl Fn(&InstData) -> bool) -> bool {
        self.blocks.iter().flat_map(|block| &block.insts).any(|inst| wanted(self.inst(*inst)))
    }
    /// How many edges lead into each block.
    pub fn incoming_counts(&self) -> Vec<usize> {
        let mut found = vec![0; self.blocks.len()];
        for inst in self.blocks.iter().flat_map(|block| &block.insts) {
            self.inst(*inst).edges().for_each(|edge| found[edge.block.index()] += 1);
        }
        found
    }
    /// Edges into each block: from where, which instruction, which of its edges.
    pub fn incoming_edges(&self) -> Vec<Vec<(Block, Inst, usize)>> {
        let mut found = vec![Vec::new(); self.blocks.len()];
        for (block, data) in self.blocks.iter().enumerate() {
            for &inst in &data.insts {
                for (n, edge) in self.inst(inst).edges().enumerate() {
                    found[edge.block.index()].push((Block(block as u32), inst, n));
                }
            }
        }
        found
    }
    /// By block: can control come there from one of these blocks (themselves included), not by way of `barrier`?
    pub fn reached_from(&self, starts: impl IntoIterator<Item = Block>, barrier: Option<Block>) -> Vec<bool> {
        let mut seen = vec![false; self.blocks.len()];
        let mut work: Vec<Block> = starts.into_iter().collect();
        while let Some(block) = work.pop() {
            if Some(block) != barrier && !std::mem::replace(&mut seen[block.index()], true) {
                work.extend(self.block_edges(block).map(|(_, edge)| edge.block));
            }
        }
        seen
    }
    pub fn new_value(&mut self, ty: Type, def: ValueDef) -> Value {
        self.values.push(ValueData { ty, def });
        Value(self.values.len() as u32 - 1)
    }
    pub fn new_block(&mut self, cold: bool) -> Block {
        self.blocks.push(BlockData { cold, ..BlockData::default() });
        Block(self.blocks.len() as u32 - 1)
    }
    /// An instruction in no block yet, without results.
    pub fn new_inst(&mut self, op: Op, args: Vec<Value>, imm: Imm, pos: Pos) -> Inst {
        self.insts.push(InstData { op, args, results: Vec::new(), imm, exit: None, targets: Vec::new(), pos });
        Inst(self.insts.len() as u32 - 1)
    }
    /// An instruction in no block yet, with one result.
    pub fn new_result(&mut self, op: Op, args: Vec<Value>, imm: Imm, ty: Type, pos: Pos) -> (Inst, Value) {
        let inst = self.new_inst(op, args, imm, pos);
        let value = self.new_value(ty, ValueDef::Result(inst, 0));
        self.insts[inst.index()].results.push(value);
        (inst, value)
    }
    /// Adds an instruction with one result before another one.
    #[allow(clippy::too_many_arguments, reason = "they are the parts of an instruction")]
    pub fn insert_before(
        &mut self,
        block: Block,
        before: Inst,
        op: Op,
        args: Vec<Value>,
        imm: Imm,
        ty: Type,
        pos: Pos,
    ) -> Value {
        let (inst, value) = self.new_result(op, args, imm, ty, pos);
        let insts = &mut self.blocks[block.index()].insts;
        let at = insts.iter().position(|&other| other == before).expect("the instruction is in the block");
        insts.insert(at, inst);
        value
    }
    /// The instruction that defines a value.
    pub fn def(&self, value: Value) -> Option<&InstData> {
        match self.values[value.index()].def {
            ValueDef::Result(inst, _) => Some(self.inst(inst)),
            ValueDef::Param(..) => None,
        }
    }
}

/// Order and dominance of the blocks that the entry reaches.
pub struct Cfg {
    /// Reverse postorder.
    pub order: Vec<Block>,
    /// Position in `order`; none for blocks that nothing reaches.
    pub number: Vec<Option<u32>>,
    /// Predecessors, once for each edge.
    pub predecessors: Predecessors,
    /// Immediate dominators; the entry's is itself.
    pub idom: Vec<Block>,
}

impl Cfg {
    pub fn new(func: &Func) -> Cfg {
        let successors = Successors::new(func);
        let order = reverse_postorder(&successors);
        let mut number = vec![None; func.blocks.len()];
        for (n, block) in order.iter().enumerate() {
            number[block.index()] = Some(n as u32);
        }
        let predecessors = Predecessors::new(&successors, &order);
        let idom = dominators(func.blocks.len(), &order, &number, &predecessors);
        Cfg { order, number, predecessors, idom }
    }

    pub fn is_reached(&self, block: Block) -> bool {
        self.number[block.index()].is_some()
    }

    /// Does `above` dominate `below` (or is it the same)?
    pub fn dominates(&self, above: Block, below: Block) -> bool {
        let (Some(wanted), Some(_)) = (self.number[above.index()], self.number[below.index()]) else { return false };
        let mut at = below;
        while self.number[at.index()].is_some_and(|number| number > wanted) {
            at = self.idom[at.index()];
        }
        at == above
    }

    /// Natural loops: header and its blocks, inner ones first.
    pub fn loops(&self) -> Vec<Loop> {
        let mut found: Vec<Loop> = Vec::new();
        for &header in &self.order {
            let backs: Vec<Block> = self.predecessors[header.index()]
                .iter()
                .map(|(from, _)| *from)
                .filter(|from| self.dominates(header, *from))
                .collect();
            if backs.is_empty() {
                continue;
            }
            let mut inside = vec![false; self.number.len()];
            inside[header.index()] = true;
            let mut work = backs;
            while let Some(block) = work.pop() {
                if !std::mem::replace(&mut inside[block.index()], true) {
                    work.extend(self.predecessors[block.index()].iter().map(|(from, _)| *from));
                }
            }
            found.push(Loop { header, inside });
        }
        found.reverse();
        found
    }
}

pub struct Loop {
    pub header: Block,
    /// By block.
    pub inside: Vec<bool>,
}

/// Each block's edges, in one list.
struct Successors {
    edges: Vec<(Inst, Block)>,
    first: Vec<usize>,
}

impl Successors {
    fn new(func: &Func) -> Successors {
        let mut edges = Vec::with_capacity(func.blocks.len() * 2);
        let mut first = Vec::with_capacity(func.blocks.len() + 1);
        for block in &func.blocks {
            first.push(edges.len());
            for &inst in &block.insts {
                let data = func.inst(inst);
                if data.exit.is_some() || !data.targets.is_empty() {
                    edges.extend(data.edges().map(|edge| (inst, edge.block)));
                }
            }
        }
        first.push(edges.len());
        Successors { edges, first }
    }
    fn of(&self, block: Block) -> &[(Inst, Block)] {
        &self.edges[self.first[block.index()]..self.first[block.index() + 1]]
    }
}

/// Each block's predecessors, in one list.
pub struct Predecessors {
    edges: Vec<(Block, Inst)>,
    first: Vec<u32>,
}

impl Predecessors {
    fn new(successors: &Successors, order: &[Block]) -> Predecessors {
        let edges = || order.iter().flat_map(|&block| successors.of(block).iter().map(move |&(inst, to)| (block, inst, to)));
        let mut first = vec![0; successors.first.len()];
        edges().for_each(|(_, _, to)| first[to.index() + 1] += 1);
        for n in 1..first.len() {
            first[n] += first[n - 1];
        }
        let mut next = first.clone();
        let mut found = vec![(Block(0), Inst(0)); first.last().map_or(0, |&count| count as usize)];
        for (from, inst, to) in edges() {
            let at = &mut next[to.index()];
            found[*at as usize] = (from, inst);
            *at += 1;
        }
        Predecessors { edges: found, first }
    }
}

impl std::ops::Index<usize> for Predecessors {
    type Output = [(Block, Inst)];
    fn index(&self, block: usize) -> &[(Block, Inst)] {
        &self.edges[self.first[block] as usize..self.first[block + 1] as usize]
    }
}

fn reverse_postorder(successors: &Successors) -> Vec<Block> {
    let mut seen = vec![false; successors.first.len() - 1];
    let mut postorder = Vec::new();
    // Later successors first, so that earlier ones come earlier in the reversed order.
    let mut stack = vec![(Block(0), successors.of(Block(0)).len())];
    seen[0] = true;
    while let Some((block, left)) = stack.last_mut() {
        match left.checked_sub(1) {
            Some(at) => {
                *left = at;
                let (_, target) = successors.of(*block)[at];
                if !std::mem::replace(&mut seen[target.index()], true) {
                    stack.push((target, successors.of(target).len()));
                }
            }
            None => {
                postorder.push(*block);
                stack.pop();
            }
        }
    }
    postorder.reverse();
    postorder
}

/// After Cooper, Harvey and Kennedy.
fn dominators(
    blocks: usize,
    order: &[Block],
    number: &[Option<u32>],
    predecessors: &Predecessors,
) -> Vec<Block> {
    let mut idom: Vec<Option<Block>> = vec![None; blocks];
    idom[0] = Some(Block(0));
    let at = |block: Block| number[block.index()].unwrap_or(u32::MAX);
    let mut changed = true;
    while changed {
        changed = false;
        for &block in order.iter().skip(1) {
            let mut found: Option<Block> = None;
            for &(from, _) in &predecessors[block.index()] {
                if idom[from.index()].is_none() {
                    continue;
                }
                found = Some(match found {
                    None => from,
                    Some(other) => {
                        let (mut a, mut b) = (from, other);
                        while a != b {
                            while at(a) > at(b) {
                                a = idom[a.index()].expect("dominators of visited blocks are known");
                            }
                            while at(b) > at(a) {
                                b = idom[b.index()].expect("dominators of visited blocks are known");
                            }
                        }
                        a
                    }
                });
            }
            if found.is_some() && idom[block.index()] != found {
                idom[block.index()] = found;
                changed = true;
            }
        }
    }
    idom.into_iter().map(|block| block.unwrap_or(Block(0))).collect()
}
