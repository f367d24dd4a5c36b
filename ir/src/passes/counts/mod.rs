//! Elides counts: a retain and the releases that undo it go where the value is held all the while in any case.
//!
//! ```text
//! retain v1          // v1 is a local: held until the function's end
//! v2 = call_builtin strlen v1
//! release v1    =>   v2 = call_builtin strlen v1
//! …                  …
//! release v1         release v1
//! ```
//!
//! Also a value's last use takes over the variable's own count, if nothing is run when it dies:
//!
//! ```text
//! retain v1          v3 = call f v1
//! v3 = call f v1 =>
//! release v1
//! ```
//!
//! Where only cold code wants the count, it is taken on the way there. What is only released where ways meet is released on
//! each of them (`unwanted`).
//!
//! Requires nothing. Keeps the graph, but for blocks on edges into cold code.

mod needs;
mod unwanted;

use super::cleanup;
use crate::program::Program;
use crate::ssa::cfg::Cfg;
use crate::ssa::edit::Cursor;
use crate::ssa::*;
pub(super) use needs::{effects, is_traced};
use needs::{Needs, kept};
use phpc_abi::effects::Effects;
use phpc_abi::primitives::Primitive;
use std::collections::BTreeSet;

/// Blocks that a search may look at.
const REACH: usize = 300;

/// Edges to which one retain may move.
const MOST_SUNK: usize = 8;

/// Functions with more instructions keep their counts.
const LARGEST: usize = 2500;

/// Rounds, in small functions and in others.
const ROUNDS: [usize; 2] = [6, 2];
const SMALL: usize = 600;

pub fn run(program: &Program, func: &mut Func) {
    if func.insts.len() > LARGEST {
        return;
    }
    name_bases_once(func);
    rounds(program, func);
    if unwanted::run(func) {
        rounds(program, func);
    }
}

/// Inner pairs go first; what encloses them is found in the next round.
fn rounds(program: &Program, func: &mut Func) {
    let mut rounds = 0;
    let most = ROUNDS[usize::from(func.insts.len() > SMALL)];
    while rounds < most && round(program, func) {
        rounds += 1;
    }
    if rounds > 0 {
        cleanup::remove_unreachable(func);
        cleanup::remove_trivial_params(func);
    }
}

/// An object that a place operation gives back goes by the name it had, so that ways on which it passed one meet the others.
fn name_bases_once(func: &mut Func) {
    let mut names: Vec<Value> = (0..func.values.len() as u32).map(Value).collect();
    let mut changed = false;
    for data in func.blocks.iter().flat_map(|block| &block.insts).map(|inst| func.inst(*inst)) {
        if needs::given_back(func, data) {
            names[data.results[0].index()] = data.args[0];
            changed = true;
        }
    }
    if changed {
        for inst in &mut func.insts {
            inst.map_uses(&mut |value| cleanup::resolve(&names, value));
        }
        cleanup::remove_unreachable(func);
        cleanup::remove_trivial_params(func);
    }
}

fn round(program: &Program, func: &mut Func) -> bool {
    if !func.has(|data| data.op == Op::retain) {
        return false;
    }
    let cfg = Cfg::new(func);
    let Some(needs) = Needs::new(program, func, &cfg) else { return false };
    let mut changed = false;
    for &block in &cfg.order {
        // Taken from the end: what was removed behind does not move what is in front.
        for at in (0..func.blocks[block.index()].insts.len()).rev() {
            let Some(&inst) = func.blocks[block.index()].insts.get(at) else { continue };
            if func.inst(inst).op != Op::retain {
                continue;
            }
            let value = needs.root(func.inst(inst).args[0]);
            let search = Search { program, func, cfg: &cfg, needs: &needs, retain: inst, value };
            if let Some(undone) = search.run(block, at) {
                remove(func, block, inst, &undone);
                changed = true;
            }
        }
    }
    changed
}

/// Does the instruction take no counts over?
pub(super) fn takes_nothing(program: &Program, func: &Func, data: &InstData) -> bool {
    needs::consumed(program, func, data).is_empty()
}

/// A place in the function.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Place {
    block: Block,
    inst: Inst,
}

/// What goes with a retain.
#[derive(Clone, Default)]
struct Undone {
    releases: BTreeSet<Place>,
    /// Edges into cold code, to which the retain moves: what is behind them stays as it is.
    sunk: BTreeSet<(Place, usize)>,
}

fn remove(func: &mut Func, block: Block, retain: Inst, undone: &Undone) {
    for &(place, edge) in &undone.sunk {
        sink(func, retain, place.inst, edge);
    }
    let data = &mut func.blocks[block.index()].insts;
    data.retain(|inst| *inst != retain);
    for place in &undone.releases {
        let data = func.inst(place.inst).clone();
        func.blocks[place.block.index()].insts.retain(|inst| *inst != place.inst);
        if let (Some(&result), Some(&same)) = (data.results.first(), data.args.get(1)) {
            replace(func, result, same);
        }
    }
}

/// Puts a copy of the retain on an edge.
fn sink(func: &mut Func, retain: Inst, from: Inst, edge: usize) {
    let between = func.new_block(true);
    let target = func.inst(from).edges().nth(edge).expect("the search found it").clone();
    let types: Vec<Type> = func.blocks[target.block.index()].params.iter().map(|param| func.values[param.index()].ty).collect();
    let params: Vec<Value> =
        types.into_iter().enumerate().map(|(n, ty)| func.new_value(ty, ValueDef::Param(between, n as u32))).collect();
    func.blocks[between.index()].params.clone_from(&params);
    let cursor = Cursor { block: between, pos: func.inst(from).pos };
    cursor.retain(func, func.inst(retain).args[0]);
    cursor.jump(func, target.block, params);
    func.insts[from.index()].edges_mut().nth(edge).expect("the search found it").block = between;
}

fn replace(func: &mut Func, old: Value, new: Value) {
    for inst in 0..func.insts.len() {
        func.insts[inst].map_uses(&mut |value| if value == old { new } else { value });
    }
}

/// What an instruction is to the value that a retain counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Event {
    None,
    /// Looks at it.
    Use,
    /// Gives up one count and does nothing else.
    Release,
    /// Takes over one count.
    Consume,
    /// Another retain, or several counts at once.
    Other,
}

/// `borrowed`: nothing on the way may let go of the value; `moves`: something takes it over first, and after that nobody looks
/// at it.
#[derive(Clone, Copy, Default)]
struct Mode {
    borrowed: bool,
    moves: bool,
}

#[derive(Clone, Default)]
struct Walk {
    mode: Mode,
    may_sink: bool,
    found: Undone,
    /// Block, and whether the value was taken over before.
    seen: BTreeSet<(Block, bool)>,
}

struct Search<'a> {
    program: &'a Program,
    func: &'a Func,
    cfg: &'a Cfg,
    needs: &'a Needs,
    retain: Inst,
    value: Value,
}

impl Search<'_> {
    /// What goes with the retain at this place.
    fn run(&self, block: Block, at: usize) -> Option<Undone> {
        if self.needs.unclear(self.value) {
            return None;
        }
        let needed = self.needs.after(self.program, self.func, block, at, self.value)?;
        let held = needed >= 2 || self.held_elsewhere();
        if let Some(found) = self.forward(block, at, Mode { borrowed: !held, moves: false })
            && self.only_behind(block, &found)
        {
            return Some(found);
        }
        let ty = self.func.values[self.value.index()].ty;
        if !held || ty.may_have_destructor() || self.homed() {
            return None;
        }
        let found = self.forward(block, at, Mode { borrowed: false, moves: true })?;
        self.only_behind(block, &found).then_some(found)
    }

    /// Callers hold `$this` and the like; literals are always there.
    fn held_elsewhere(&self) -> bool {
        let hidden = &self.func.signature.hidden;
        match self.func.values[self.value.index()].def {
            ValueDef::Param(Block(0), n) => {
                hidden.get(n as usize).is_some_and(|hidden| matches!(hidden, Hidden::This | Hidden::Closure))
            }
            ValueDef::Result(inst, _) => self.func.inst(inst).op == Op::string,
            ValueDef::Param(..) => false,
        }
    }

    /// Do traces look at it?
    fn homed(&self) -> bool {
        matches!(self.func.values[self.value.index()].def, ValueDef::Param(Block(0), _)) || self.needs.homed(self.value)
    }

    /// Walks all ways on from the retain: each must come to one release, or into cold code.
    fn forward(&self, block: Block, at: usize, mode: Mode) -> Option<Undone> {
        let mut walk = Walk { mode, may_sink: !self.func.blocks[block.index()].cold, ..Walk::default() };
        self.walk(&mut walk, (block, at + 1, false))?;
        // Both with and without: the ways do not agree.
        let torn = walk.seen.iter().any(|(block, taken)| *taken && walk.seen.contains(&(*block, false)));
        (!torn && !walk.found.releases.is_empty()).then_some(walk.found)
    }

    fn walk(&self, walk: &mut Walk, start: (Block, usize, bool)) -> Option<()> {
        let mut work = vec![start];
        while let Some((block, from, mut taken)) = work.pop() {
            let insts = &self.func.blocks[block.index()].insts;
            'block: for &inst in &insts[from..] {
                let data = self.func.inst(inst);
                match self.event(data) {
                    Event::Other => return None,
                    Event::Release if taken == walk.mode.moves => {
                        walk.found.releases.insert(Place { block, inst });
                        // If it throws, its exit is where the value is gone, too.
                        break 'block;
                    }
                    Event::Release => return None,
                    Event::Consume if walk.mode.moves && !taken => taken = true,
                    Event::Consume => return None,
                    Event::Use if taken => return None,
                    Event::Use | Event::None => {}
                }
                if walk.mode.borrowed && !self.harmless(data) {
                    return None;
                }
                if taken && self.needs.homed_at(self.func, self.value, data) && is_traced(self.program, self.func, data) {
                    return None;
                }
                if data.op == Op::ret || data.op == Op::unwind {
                    return None;
                }
                for (n, edge) in data.edges().enumerate() {
                    if !self.needs.knows(edge.block) {
                        return None;
                    }
                    if self.needs.does_not_care(self.func, data, edge, self.value) {
                        continue;
                    }
                    let named = edge.args.iter().any(|arg| self.needs.root(*arg) == self.value);
                    let passed = walk.mode.moves && named || self.passed(edge) != 0;
                    let cold = walk.may_sink && !taken && self.func.blocks[edge.block.index()].cold;
                    if cold && (passed || !self.comes_to_releases(walk, edge.block)) {
                        walk.found.sunk.insert((Place { block, inst }, n));
                        if walk.found.sunk.len() > MOST_SUNK {
                            return None;
                        }
                        continue;
                    }
                    if passed {
                        return None;
                    }
                    if walk.seen.insert((edge.block, taken)) {
                        if walk.seen.len() > REACH {
                            return None;
                        }
                        work.push((edge.block, 0, taken));
                    }
                }
            }
        }
        Some(())
    }

    /// Can the releases of cold code go as well? Then they are found, too.
    fn comes_to_releases(&self, walk: &mut Walk, cold: Block) -> bool {
        if walk.seen.contains(&(cold, false)) {
            return true;
        }
        let mut tried = walk.clone();
        tried.may_sink = false;
        tried.seen.insert((cold, false));
        if self.walk(&mut tried, (cold, 0, false)).is_none() {
            return false;
        }
        tried.may_sink = true;
        *walk = tried;
        true
    }

    /// Counts that an edge takes along.
    fn passed(&self, edge: &Target) -> i32 {
        self.needs.passed(self.func, edge, self.value)
    }

    /// Does every way to the releases, and to where the retain moves, come from the retain?
    fn only_behind(&self, home: Block, found: &Undone) -> bool {
        let Undone { releases, sunk } = found;
        let mut seen: BTreeSet<(Block, Inst)> = BTreeSet::new();
        let ends = releases.iter().chain(sunk.iter().map(|(place, _)| place));
        let mut work: Vec<(Block, Option<Inst>)> = ends.map(|place| (place.block, Some(place.inst))).collect();
        while let Some((block, before)) = work.pop() {
            let insts = &self.func.blocks[block.index()].insts;
            let end = before.map_or(insts.len(), |inst| insts.iter().position(|other| *other == inst).unwrap_or(0));
            if block == home && insts[..end].contains(&self.retain) {
                continue;
            }
            // Another release in front of this one.
            if insts[..end].iter().any(|inst| releases.contains(&Place { block, inst: *inst })) {
                return false;
            }
            if block == Block(0) {
                return false;
            }
            for &(from, inst) in &self.cfg.predecessors[block.index()] {
                let is_sunk = |n: usize| sunk.contains(&(Place { block: from, inst }, n));
                let mut edges = self.func.inst(inst).edges().enumerate();
                if !sunk.is_empty() && edges.any(|(n, edge)| edge.block == block && is_sunk(n)) {
                    return false;
                }
                if seen.insert((from, inst)) {
                    work.push((from, self.after(from, inst)));
                }
                if seen.len() > REACH {
                    return false;
                }
            }
        }
        true
    }

    /// The instruction behind one from which an edge comes.
    fn after(&self, block: Block, inst: Inst) -> Option<Inst> {
        let insts = &self.func.blocks[block.index()].insts;
        let at = insts.iter().position(|other| *other == inst)?;
        insts.get(at + 1).copied()
    }

    fn event(&self, data: &InstData) -> Event {
        let mine = |value: &Value| self.needs.root(*value) == self.value;
        if data.op == Op::retain && mine(&data.args[0]) {
            return Event::Other;
        }
        let taken = self.consumed(data).into_iter().filter(|value| mine(value)).count();
        let looks = data.args.iter().filter(|value| mine(value)).count() > taken;
        match taken {
            0 if looks && data.op != Op::assume => Event::Use,
            0 => Event::None,
            1 if data.op == Op::release => Event::Release,
            1 if data.imm == Imm::Primitive(Primitive::release_unwinding) && mine(&data.args[0]) => Event::Release,
            1 if !looks => Event::Consume,
            _ => Event::Other,
        }
    }

    fn consumed(&self, data: &InstData) -> Vec<Value> {
        needs::consumed(self.program, self.func, data)
    }

    /// Can the instruction not take away the memory that a borrowed value is held by?
    fn harmless(&self, data: &InstData) -> bool {
        const WRITES: Effects = Effects(
            Effects::WRITES_ARRAY.0
                | Effects::WRITES_PROPERTY.0
                | Effects::WRITES_GLOBAL.0
                | Effects::WRITES_REFERENCE.0
                | Effects::WARNS.0
                | Effects::CALLS.0
                | Effects::LOADS.0
                | Effects::RELEASES.0,
        );
        if data.op.is_terminator() || data.op == Op::home {
            return true;
        }
        if kept(data.op) {
            return true;
        }
        if !self.consumed(data).is_empty() {
            return false;
        }
        !needs::effects(self.program, self.func, data).intersects(WRITES)
    }
}
