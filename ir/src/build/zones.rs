//! Top-level code before anything can be loaded or reach variables by name: there, its locals are SSA values even in an
//! open program. Where control leaves that zone they are given to the global scope.
//!
//! If the entry file is included again, its variables are set already. For that the unit has its top-level code twice, the
//! second time without such a zone; so zones are made only where there is a loop inside.

use super::body::{Body, Storage, What};
use super::{GlobalUse, facts};
use crate::pir::{self, Base, Block, Callee, FuncIndex, Function, Op};
use crate::program::Program;
use crate::ssa::{FuncRef, Variant};
use phpc_abi::decl::{Const, FunctionKind};

pub(super) struct Zones {
    /// By PIR block: outside from its beginning on.
    outside: Vec<bool>,
    /// By local: where it is kept inside and outside.
    storage: [Vec<Storage>; 2],
}

/// The top-level code of the entry that runs first.
const FIRST: FuncIndex = FuncIndex(0);

fn is_first(program: &Program, reference: FuncRef) -> bool {
    reference.func == FIRST && reference.unit == program.entry
}

/// Gives the entry its top-level code a second time, if the first is to have a zone.
pub fn add_second_main(program: &mut Program) {
    let first = FuncRef { unit: program.entry, func: FIRST, variant: Variant::Body };
    if !program.open || program.included || program.unit(program.entry).functions.is_empty() {
        return;
    }
    let function = program.function(first);
    let Some(outside) = outside(program, first) else { return };
    if facts::has_loop(function, &|block| !outside[block.index()]) && !super::global_use(program).any_before {
        let again = function.clone();
        program.units[first.unit.index()].functions.push(again);
    }
}

/// The zones of the entry's top-level code, if it is there twice.
pub(super) fn zones(program: &Program, globals: &GlobalUse, reference: FuncRef) -> Option<Zones> {
    let is_main = |function: &Function| function.decl.kind == FunctionKind::Main;
    let twice = is_first(program, reference) && program.unit(reference.unit).functions[1..].iter().any(is_main);
    let outside = if twice { outside(program, reference)? } else { return None };
    let of = |name: &Box<[u8]>| if globals.names.contains(name) { Storage::Global } else { Storage::Ssa };
    let locals = &program.decl(reference).locals;
    Some(Zones { outside, storage: [locals.iter().map(of).collect(), vec![Storage::Global; locals.len()]] })
}

/// By block: can it be reached from an operation that leaves? None: there is no such operation.
fn outside(program: &Program, reference: FuncRef) -> Option<Vec<bool>> {
    let function = program.function(reference);
    let leaves = |block: &pir::BlockData| block.insts.iter().any(|inst| leaves(program, reference, &inst.op));
    let mut outside = vec![false; function.blocks.len()];
    let mut work: Vec<usize> = (0..outside.len()).filter(|n| leaves(&function.blocks[*n])).collect();
    if work.is_empty() {
        return None;
    }
    while let Some(block) = work.pop() {
        for next in facts::all_successors(function, block) {
            if !std::mem::replace(&mut outside[next.index()], true) {
                work.push(next.index());
            }
        }
    }
    Some(outside)
}

/// Can the operation load code or reach variables of the global scope by name?
pub(super) fn leaves(program: &Program, reference: FuncRef, op: &Op) -> bool {
    if matches!(op, Op::Include { .. } | Op::Globals { .. }) {
        return true;
    }
    if let Op::CallBegin { callee: Callee::Function { name, fallback }, .. } = op {
        let looks = |id: &pir::ConstId| match &program.unit(reference.unit).consts[id.index()] {
            Const::Str(name) => pir::REACH_LOCALS.contains(&&*name.to_ascii_lowercase()),
            _ => false,
        };
        return looks(name) || fallback.as_ref().is_some_and(looks);
    }
    let mut found = false;
    super::place_bases(op, &mut |base| {
        found |= match base {
            Base::Variable(_) => true,
            Base::Global(pir::Operand::Const(_)) => false,
            Base::Global(_) => true,
            _ => false,
        };
    });
    found
}

/// Does the function load code, or reach global variables that it does not name?
pub(super) fn reaches_globals(function: &Function) -> bool {
    let ops = || function.blocks.iter().flat_map(|block| &block.insts).map(|inst| &inst.op);
    ops().any(|op| matches!(op, Op::Include { .. } | Op::Globals { .. }))
}

impl Body<'_> {
    /// Is the code being built inside the zone?
    pub(super) fn is_inside(&self) -> bool {
        self.zones.is_some() && !self.outside
    }

    /// On entry of a block.
    pub(super) fn enter_zone(&mut self, block: Block) {
        if let Some(zones) = &self.zones {
            self.outside = zones.outside[block.index()];
            self.storage.clone_from(&zones.storage[usize::from(self.outside)]);
        }
    }

    /// In front of an operation.
    pub(super) fn leave_zone_for(&mut self, op: &Op) {
        if self.is_inside() && leaves(self.program, self.reference, op) {
            self.give_locals();
            self.outside = true;
            self.storage.fill(Storage::Global);
        }
    }

    /// The block that an edge to a block of PIR leads to: one that gives the locals away, if the edge leaves the zone.
    pub(super) fn across_zones(&mut self, block: Block) -> crate::ssa::Block {
        let target = self.blocks[block.index()];
        if !self.is_inside() || !self.zones.as_ref().is_some_and(|zones| zones.outside[block.index()]) {
            return target;
        }
        let between = self.ssa.block();
        self.aside(between, |body| {
            body.give_locals();
            body.jump(target);
        });
        between
    }

    fn give_locals(&mut self) {
        // Operations in the middle of which a local is elsewhere put it back where it was.
        self.zones_fail |= self.live.iter().any(|held| matches!(held.what, What::Cell(_) | What::Spilled(..)));
        self.spill_globals();
    }
}
