//! Headers of arrays that do not change while a loop runs: read once before it.
//!
//! A name that holds an array stands for one state of it, so kind, length and address of the elements are the same wherever the
//! name is used. (Cranelift would move such loads too, and then constants and addresses with them, which costs more registers
//! than it gains.)

use super::*;
use phpc_abi::layout::{ArrayHeader, Header};
use phpc_ir::ssa::cfg::{Cfg, Loop};
use std::mem::offset_of;

/// What is read of a header.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    Kind,
    Length,
    Data,
}

/// Arrays whose headers are read before loops.
#[derive(Default)]
pub(super) struct Headers {
    loops: Vec<Loop>,
    /// By the block before a loop: the loop, and an array that is read in it.
    wanted: HashMap<Block, Vec<(usize, Value)>>,
    /// What was read, for code in the loop.
    read: HashMap<Value, Vec<(usize, [ir::Value; 3])>>,
}

impl Lower<'_, '_> {
    /// Looks for arrays that loops read and do not make.
    pub(super) fn plan_headers(&mut self) {
        let reads = |data: &InstData| match (data.op, &data.imm) {
            (Op::element_exit | Op::element_peek | Op::array_length, _) => true,
            (Op::prim, Imm::Primitive(primitive)) => {
                matches!(primitive, Primitive::array_next | Primitive::array_value_at | Primitive::array_key_at)
            }
            _ => false,
        };
        if !self.func.has(reads) {
            return;
        }
        let cfg = Cfg::new(self.func);
        let mut loops = cfg.loops();
        // Outer ones first.
        loops.reverse();
        let homes = homes(self.func);
        let mut headers = Headers::default();
        for (number, it) in loops.iter().enumerate() {
            let Some(before) = block_before(self.func, &cfg, it) else { continue };
            let blocks = it.inside.iter().zip(&self.func.blocks).filter(|(inside, data)| **inside && !data.cold).map(|(_, data)| data);
            for data in blocks.flat_map(|block| &block.insts).map(|inst| self.func.inst(*inst)).filter(|data| reads(data)) {
                let array = data.args[0];
                let outside = homes[array.index()].is_some_and(|home| !it.inside[home.index()] && cfg.dominates(home, before));
                let known = |(block, wanted): (&Block, &Vec<(usize, Value)>)| {
                    wanted.iter().any(|(outer, value)| *value == array && loops[*outer].inside[it.header.index()]) && cfg.dominates(*block, before)
                };
                if outside && self.mask(array) == Mask::ARRAY && self.is_held(array) && !headers.wanted.iter().any(known) {
                    headers.wanted.entry(before).or_default().push((number, array));
                }
            }
        }
        headers.loops = loops;
        self.headers = headers;
    }

    /// At the end of a block: reads the headers that the loop behind it wants.
    pub(super) fn read_headers(&mut self, block: Block) {
        for (number, array) in self.headers.wanted.remove(&block).unwrap_or_default() {
            let address = self.int(array);
            let parts = [Part::Kind, Part::Length, Part::Data].map(|part| load_part(&mut self.b, part, memory(), address));
            self.headers.read.entry(array).or_default().push((number, parts));
        }
    }

    /// A part of an array's header.
    pub(super) fn header(&mut self, array: Value, part: Part) -> ir::Value {
        let here = self.block.index();
        let read = self.headers.read.get(&array).into_iter().flatten();
        for (number, parts) in read {
            if self.headers.loops[*number].inside[here] {
                return parts[part as usize];
            }
        }
        let (flags, address) = (self.header_memory(array), self.int(array));
        load_part(&mut self.b, part, flags, address)
    }
}

fn load_part(b: &mut FunctionBuilder, part: Part, flags: ir::MemFlagsData, address: ir::Value) -> ir::Value {
    match part {
        Part::Kind => b.ins().uload8(types::I64, flags, address, offset_of!(Header, kind) as i32),
        Part::Length => b.ins().uload32(flags, address, offset_of!(ArrayHeader, length) as i32),
        Part::Data => b.ins().load(types::I64, flags, address, offset_of!(ArrayHeader, data) as i32),
    }
}

/// The one block outside a loop that leads into it, by its last instruction.
fn block_before(func: &Func, cfg: &Cfg, it: &Loop) -> Option<Block> {
    let mut outside = cfg.predecessors[it.header.index()].iter().filter(|(from, _)| !it.inside[from.index()]);
    let (Some((before, inst)), None) = (outside.next(), outside.next()) else { return None };
    let data = func.inst(*inst);
    (data.op.is_terminator() && data.exit.is_none() && !func.blocks[before.index()].cold).then_some(*before)
}

/// The block in which each value is defined.
fn homes(func: &Func) -> Vec<Option<Block>> {
    let mut homes = vec![None; func.values.len()];
    for (n, block) in func.blocks.iter().enumerate() {
        let results = block.insts.iter().flat_map(|inst| &func.inst(*inst).results);
        for value in block.params.iter().chain(results) {
            homes[value.index()] = Some(Block(n as u32));
        }
    }
    homes
}
