//! Makes good on what inference supposed: operations on ints get exits for overflow, reads of elements for absent ones. An
//! exit leads into a copy of the function that supposes nothing, at the operation that failed, which runs again there.
//!
//! ```text
//! v3: int = binary add v1, v2      v3: int = int_add_exit v1, v2 exit b9()
//! ret v3                      =>   ret v3
//!                                  b9(): v30: int|float = binary add v1, v2
//!                                        ret v30
//! ```
//!
//! Requires types found under speculation. Adds blocks; keeps those that are there.

use crate::infer::Analysis;
use crate::infer::classes::Classes;
use crate::infer::referents;
use crate::infer::transfer::{Context, GuardedRead, GuardedStep, Mode, guarded_load, guarded_read, guarded_slot, supposed};
use crate::program::Program;
use crate::pir::{BinaryOp, UnaryOp};
use crate::ssa::*;
use std::collections::HashMap;

/// Functions with more instructions are compiled without speculation.
pub const LARGEST: usize = 6000;

/// The number of blocks of the fast part, if the function has a slow one now.
pub fn run(program: &Program, classes: &Classes, func: &mut Func, found: &Analysis) -> usize {
    let fast = func.blocks.len();
    let (guards, plans): (Vec<(Block, usize)>, Vec<Plan>) = guards(program, classes, func, found).into_iter().unzip();
    if guards.is_empty() {
        return fast;
    }
    let mut copy = SlowCopy::new(func, &guards);
    copy.copy_blocks(func);
    copy.link(func);
    let insts: Vec<Inst> = guards.iter().map(|(block, at)| func.blocks[block.index()].insts[*at]).collect();
    for ((&(block, at), plan), inst) in guards.iter().zip(&plans).zip(insts) {
        let landing = copy.segment(block, at);
        // The first piece of a block has the block's own parameters.
        let args = if at == 0 { func.blocks[block.index()].params.clone() } else { Vec::new() };
        guard((program, classes), found, plan, func, block, inst, Target { block: landing, args });
    }
    copy.repair(func);
    fast
}

/// What is supposed of an instruction that gets an exit.
enum Plan {
    /// That it does not overflow, or that it is not reached.
    Plain,
    /// The steps of a read.
    Read(GuardedRead),
    /// What a reference holds.
    Referent(Type),
    /// What a slot holds.
    Slot(Type),
    /// What operands, or a variable, are tested for.
    Operands(Mask),
}

/// The instructions that get an exit.
fn guards(program: &Program, classes: &Classes, func: &Func, found: &Analysis) -> Vec<((Block, usize), Plan)> {
    let mut guards = Vec::new();
    let cx = Context::new(program, classes, func, Mode::Speculative, true);
    for (block, data) in func.blocks.iter().enumerate() {
        if !found.reached[block] {
            continue;
        }
        for (at, &inst) in data.insts.iter().enumerate() {
            let data = func.inst(inst);
            let types: Vec<Type> = data.args.iter().map(|arg| found.types[arg.index()]).collect();
            let brings = data.results.first().map(|result| found.types[result.index()]);
            guards.extend(plan(&cx, data, &types, brings).map(|plan| ((Block(block as u32), at), plan)));
            if data.op == Op::unlikely {
                break;
            }
        }
    }
    guards
}

fn plan(cx: &Context, data: &InstData, types: &[Type], brings: Option<Type>) -> Option<Plan> {
    let ints = types.iter().all(|ty| ty.tags() == Mask::INT);
    match (data.op, &data.imm) {
        (Op::binary, Imm::Binary(BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul)) if ints => Some(Plan::Plain),
        (Op::binary, Imm::Binary(op)) => supposed(cx, *op, &data.args, &types[0], &types[1]).map(Plan::Operands),
        (Op::unary, Imm::Unary(UnaryOp::Negate)) | (Op::step, _) => ints.then_some(Plan::Plain),
        (Op::unlikely, _) => Some(Plan::Plain),
        (Op::place_read, Imm::Place(shape)) => guarded_read(cx, data, shape, types).map(Plan::Read),
        (Op::deref, _) if types[0].is(Mask::REFERENCE) => referents::of_value(cx, data.args[0]).map(Plan::Referent),
        (Op::var_load, _) => {
            let (declared, brings) = (cx.func.values[data.results[0].index()].ty.tags(), brings?.tags());
            (brings != Mask::NONE && brings != declared).then_some(Plan::Operands(brings))
        }
        (Op::slot_load, &Imm::Int(slot)) => guarded_load(cx, slot, &types[0]).map(Plan::Slot),
        _ => None,
    }
}

/// Turns the instruction into its guarded form.
fn guard(
    (program, classes): (&Program, &Classes), found: &Analysis, plan: &Plan, func: &mut Func, block: Block, inst: Inst, exit: Target,
) {
    let data = &func.insts[inst.index()];
    let (op, pos) = (data.op, data.pos);
    if op == Op::unlikely {
        // It becomes the jump.
        let insts = &mut func.blocks[block.index()].insts;
        let at = insts.iter().position(|other| *other == inst).expect("the instruction is in the block");
        insts.truncate(at + 1);
        let data = &mut func.insts[inst.index()];
        data.op = Op::jump;
        data.targets = vec![exit];
        return;
    }
    match (op, data.imm.clone(), plan) {
        (Op::slot_load, _, &Plan::Slot(ty)) => {
            let data = &mut func.insts[inst.index()];
            data.op = Op::slot_peek;
            data.exit = Some(exit);
            let result = data.results[0];
            func.values[result.index()].ty = ty;
            return;
        }
        (Op::deref, _, &Plan::Referent(ty)) => {
            let data = &mut func.insts[inst.index()];
            data.op = Op::ref_exit;
            data.exit = Some(exit);
            let result = data.results[0];
            func.values[result.index()].ty = ty;
            return;
        }
        (Op::var_load, imm, &Plan::Operands(mask)) => {
            let (args, result) = (data.args.clone(), data.results[0]);
            let ty = func.values[result.index()].ty;
            let loaded = func.insert_before(block, inst, op, args, imm, ty, pos);
            let data = &mut func.insts[inst.index()];
            (data.op, data.args, data.imm, data.exit) = (Op::type_exit, vec![loaded], Imm::Mask(mask), Some(exit));
            func.values[result.index()].ty = ty.narrow(mask);
            return;
        }
        (Op::place_read, Imm::Place(shape), Plan::Read(GuardedRead { referent, steps })) => {
            let mut args = data.args.clone();
            for (key, _) in args[2..].iter_mut().zip(&shape.steps).filter(|(_, step)| **step == StepKind::Dim) {
                if !found.types[key.index()].is(Mask::INT) {
                    *key = test(func, (block, inst), *key, Mask::INT, &exit);
                }
            }
            let cx = Context::new(program, classes, func, Mode::Speculative, true);
            let mut above = referent.unwrap_or(found.types[args[0].index()]);
            let mut slots = Vec::new();
            for (n, step) in steps.iter().enumerate() {
                let is_property = shape.steps[n] == StepKind::Property && above.tags() != Mask::NONE;
                slots.push(if is_property { guarded_slot(&cx, pos, &above, args[2 + n]) } else { None });
                above = step.ty;
            }
            let mut base = args[0];
            if let Some(referent) = referent {
                base = peek(func, (block, inst), (Op::ref_peek, vec![base], Imm::None), *referent, &exit);
            }
            let last = steps.len() - 1;
            for n in 0..last {
                let (op, operands, imm) = match slots[n] {
                    Some(slot) => (Op::slot_peek, vec![base], Imm::Int(slot.into())),
                    None => (Op::element_peek, vec![base, args[2 + n]], element(&steps[n])),
                };
                base = peek(func, (block, inst), (op, operands, imm), steps[n].ty, &exit);
            }
            let data = &mut func.insts[inst.index()];
            data.exit = Some(exit);
            match slots[last] {
                Some(slot) => {
                    data.op = Op::slot_exit;
                    data.args = vec![base];
                    data.imm = Imm::Int(slot.into());
                    let result = data.results[0];
                    func.values[result.index()].ty = steps[last].ty;
                }
                None => {
                    data.op = Op::element_exit;
                    data.args = vec![base, args[2 + last]];
                    data.imm = element(&steps[last]);
                }
            }
            return;
        }
        (Op::binary, Imm::Binary(op), &Plan::Operands(mask)) => {
            for (n, arg) in data.args.clone().into_iter().enumerate() {
                if !found.types[arg.index()].is(mask) {
                    func.insts[inst.index()].args[n] = test(func, (block, inst), arg, mask, &exit);
                }
            }
            let exact = match op {
                BinaryOp::Add => Op::int_add_exit,
                BinaryOp::Sub => Op::int_sub_exit,
                BinaryOp::Mul => Op::int_mul_exit,
                _ => return,
            };
            if mask != Mask::INT {
                return;
            }
            func.insts[inst.index()].op = exact;
        }
        (Op::binary, Imm::Binary(op), _) => {
            func.insts[inst.index()].op = match op {
                BinaryOp::Add => Op::int_add_exit,
                BinaryOp::Sub => Op::int_sub_exit,
                _ => Op::int_mul_exit,
            };
        }
        (Op::unary, ..) => {
            let zero = func.insert_before(block, inst, Op::int, vec![], Imm::Int(0), Type::INT, pos);
            let data = &mut func.insts[inst.index()];
            data.op = Op::int_sub_exit;
            data.args.insert(0, zero);
        }
        (_, imm, _) => {
            let one = func.insert_before(block, inst, Op::int, vec![], Imm::Int(1), Type::INT, pos);
            let data = &mut func.insts[inst.index()];
            data.op = if imm == Imm::Bool(true) { Op::int_add_exit } else { Op::int_sub_exit };
            data.args.push(one);
        }
    }
    let data = &mut func.insts[inst.index()];
    data.imm = Imm::None;
    data.exit = Some(exit);
    let result = data.results[0];
    func.values[result.index()].ty = Type::INT;
}

/// The value, tested before the instruction.
fn test(func: &mut Func, at: (Block, Inst), value: Value, mask: Mask, exit: &Target) -> Value {
    peek(func, at, (Op::type_exit, vec![value], Imm::Mask(mask)), Type::of(mask), exit)
}

/// The result of an operation with this exit before the instruction.
fn peek(func: &mut Func, (block, inst): (Block, Inst), (op, args, imm): (Op, Vec<Value>, Imm), ty: Type, exit: &Target) -> Value {
    let pos = func.inst(inst).pos;
    let result = func.insert_before(block, inst, op, args, imm, ty, pos);
    let ValueDef::Result(peek, _) = func.values[result.index()].def else { unreachable!("it was just made") };
    func.insts[peek.index()].exit = Some(exit.clone());
    result
}

/// The immediate of a read of an element.
fn element(step: &GuardedStep) -> Imm {
    if step.tested { Imm::Type(Box::new(step.ty)) } else { Imm::None }
}

/// The copy of the blocks that exits can lead to. A block with guards is cut before each of them.
struct SlowCopy {
    /// For each original block its pieces: (first instruction, block).
    pieces: HashMap<Block, Vec<(usize, Block)>>,
    /// Originals copied, in order.
    originals: Vec<Block>,
    values: HashMap<Value, Value>,
    /// Where copied values are defined.
    defined_in: HashMap<Value, Block>,
    first_new_block: usize,
}

impl SlowCopy {
    fn new(func: &mut Func, guards: &[(Block, usize)]) -> SlowCopy {
        let first_new_block = func.blocks.len();
        let reached = func.reached_from(guards.iter().map(|(block, _)| *block), None);
        let mut pieces: HashMap<Block, Vec<(usize, Block)>> = HashMap::new();
        let originals: Vec<Block> = (0..first_new_block as u32).map(Block).filter(|block| reached[block.index()]).collect();
        for &block in &originals {
            let cuts = guards.iter().filter(|(at, _)| *at == block).map(|(_, at)| *at).filter(|at| *at > 0);
            let starts: Vec<usize> = std::iter::once(0).chain(cuts).collect();
            let list = starts.into_iter().map(|start| (start, func.new_block(true))).collect();
            pieces.insert(block, list);
        }
        SlowCopy { pieces, originals, values: HashMap::new(), defined_in: HashMap::new(), first_new_block }
    }

    fn segment(&self, block: Block, at: usize) -> Block {
        let pieces = &self.pieces[&block];
        pieces.iter().find(|(start, _)| *start == at).expect("blocks are cut at guards").1
    }

    /// Copies instructions, results renamed, operands still the originals.
    fn copy_blocks(&mut self, func: &mut Func) {
        for original in self.originals.clone() {
            let pieces = self.pieces[&original].clone();
            for param in func.blocks[original.index()].params.clone() {
                let first = pieces[0].1;
                let n = func.blocks[first.index()].params.len() as u32;
                let copy = func.new_value(func.values[param.index()].ty, ValueDef::Param(first, n));
                func.blocks[first.index()].params.push(copy);
                self.note(param, copy, first);
            }
            let insts = func.blocks[original.index()].insts.clone();
            for (n, &(start, block)) in pieces.iter().enumerate() {
                let end = pieces.get(n + 1).map_or(insts.len(), |next| next.0);
                for &inst in &insts[start..end] {
                    let copy = self.copy_inst(func, inst, block);
                    func.blocks[block.index()].insts.push(copy);
                }
                if let Some(next) = pieces.get(n + 1) {
                    let pos = func.inst(insts[end - 1]).pos;
                    let targets = vec![Target { block: next.1, args: Vec::new() }];
                    let jump = func.new_inst(Op::jump, vec![], Imm::None, pos);
                    func.insts[jump.index()].targets = targets;
                    func.blocks[block.index()].insts.push(jump);
                }
            }
        }
    }

    fn note(&mut self, original: Value, copy: Value, block: Block) {
        self.values.insert(original, copy);
        self.defined_in.insert(original, block);
    }

    fn copy_inst(&mut self, func: &mut Func, inst: Inst, block: Block) -> Inst {
        let data = func.inst(inst).clone();
        let copy = func.new_inst(data.op, data.args.clone(), data.imm.clone(), data.pos);
        for (n, &result) in data.results.iter().enumerate() {
            let ty = func.values[result.index()].ty;
            let renamed = func.new_value(ty, ValueDef::Result(copy, n as u32));
            func.insts[copy.index()].results.push(renamed);
            self.note(result, renamed, block);
        }
        func.insts[copy.index()].exit.clone_from(&data.exit);
        func.insts[copy.index()].targets.clone_from(&data.targets);
        copy
    }

    /// Edges of copies lead to copies.
    fn link(&mut self, func: &mut Func) {
        for block in self.first_new_block..func.blocks.len() {
            for inst in func.blocks[block].insts.clone() {
                let pieces = &self.pieces;
                for edge in func.insts[inst.index()].edges_mut() {
                    if edge.block.index() < self.first_new_block {
                        edge.block = pieces[&edge.block][0].1;
                    }
                }
            }
        }
    }

    /// Gives each use in the copy the value that reaches it: the copy's own, or the original's where an exit came in.
    fn repair(&self, func: &mut Func) {
        let mut repair = Repair {
            copy: self,
            predecessors: func.incoming_edges(),
            entry: HashMap::new(),
            incomplete: Vec::new(),
        };
        for block in self.first_new_block..func.blocks.len() {
            let block = Block(block as u32);
            for inst in func.blocks[block.index()].insts.clone() {
                let mut data = func.inst(inst).clone();
                data.map_uses(&mut |value| repair.read(func, value, block));
                // Arguments of edges that repair added meanwhile do not concern this instruction's own copy.
                func.insts[inst.index()] = data;
            }
        }
        repair.finish(func);
    }
}

struct Repair<'a> {
    copy: &'a SlowCopy,
    predecessors: Vec<Vec<(Block, Inst, usize)>>,
    /// The value that an original has at the entry of a copied block.
    entry: HashMap<(Value, Block), Value>,
    incomplete: Vec<(Value, Block)>,
}

impl Repair<'_> {
    /// What stands for `value` inside (at the end of) `block`.
    fn read(&mut self, func: &mut Func, value: Value, mut block: Block) -> Value {
        let mut passed = Vec::new();
        let found = loop {
            if block.index() < self.copy.first_new_block {
                break value;
            }
            if self.copy.defined_in.get(&value) == Some(&block) {
                break self.copy.values[&value];
            }
            if let Some(&known) = self.entry.get(&(value, block)) {
                break known;
            }
            match self.predecessors[block.index()][..] {
                [(from, ..)] => {
                    passed.push(block);
                    block = from;
                }
                [] => break value,
                _ => {
                    let n = func.blocks[block.index()].params.len() as u32;
                    let ty = func.values[value.index()].ty;
                    let param = func.new_value(self.widest(func, value, ty), ValueDef::Param(block, n));
                    func.blocks[block.index()].params.push(param);
                    self.entry.insert((value, block), param);
                    self.incomplete.push((value, block));
                    break param;
                }
            }
        };
        for block in passed {
            self.entry.insert((value, block), found);
        }
        found
    }

    /// Copies have the types of before speculation.
    fn widest(&self, func: &Func, value: Value, ty: Type) -> Type {
        match self.copy.values.get(&value) {
            Some(copy) => ty.join(&func.values[copy.index()].ty),
            None => ty,
        }
    }

    fn finish(mut self, func: &mut Func) {
        let mut next = 0;
        while let Some(&(value, block)) = self.incomplete.get(next) {
            next += 1;
            for n in 0..self.predecessors[block.index()].len() {
                let (from, inst, edge) = self.predecessors[block.index()][n];
                let arg = self.read(func, value, from);
                let target = func.insts[inst.index()].edges_mut().nth(edge).expect("edges stay");
                target.args.push(arg);
            }
        }
    }
}
