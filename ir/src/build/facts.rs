//! Facts about a PIR function that the builder needs at each operation: order of blocks, which locals may be undefined or
//! hold a reference, which temporaries are live at handlers.

use super::calls_plan::{Plan, Target, passing};
use crate::pir::field::Visit;
use crate::pir::{self, Base, Block, Function, IterTarget, Local, Op, Place, RegionId, RegionKind, Temp};
use crate::program::Program;
use phpc_abi::decl::Passing;
use std::collections::HashMap;

/// A set of small numbers.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct BitSet(Vec<u64>);

impl BitSet {
    pub(super) fn with_size(size: usize) -> BitSet {
        BitSet(vec![0; size.div_ceil(64)])
    }
    pub(super) fn insert(&mut self, n: usize) {
        self.0[n / 64] |= 1 << (n % 64);
    }
    pub(super) fn remove(&mut self, n: usize) {
        self.0[n / 64] &= !(1 << (n % 64));
    }
    pub(super) fn contains(&self, n: usize) -> bool {
        self.0[n / 64] >> (n % 64) & 1 != 0
    }
    /// True if it grew.
    pub(super) fn union_with(&mut self, other: &BitSet) -> bool {
        let mut grew = false;
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            grew |= *word | more != *word;
            *word |= more;
        }
        grew
    }
}

/// What locals may be besides plain values.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct LocalState {
    pub(super) undefined: BitSet,
    pub(super) reference: BitSet,
}

impl LocalState {
    fn union_with(&mut self, other: &LocalState) -> bool {
        self.undefined.union_with(&other.undefined) | self.reference.union_with(&other.reference)
    }
    fn defined(&mut self, local: Local) {
        self.undefined.remove(local.index());
    }
    fn bound(&mut self, local: Local) {
        self.undefined.remove(local.index());
        self.reference.insert(local.index());
    }
}

pub(super) struct Facts {
    /// Reachable blocks in reverse postorder.
    pub(super) order: Vec<Block>,
    pub(super) state_in: Vec<Option<LocalState>>,
    pub(super) live_in: Vec<BitSet>,
    /// For each `finally` and each way on behind it: temporaries made inside that wait for it, results of `return`.
    pub(super) waiting: HashMap<RegionId, Vec<Vec<Temp>>>,
    /// Top-level code without loops.
    pub(super) runs_once: bool,
}

pub(super) fn facts(program: &Program, function: &Function, plan: &Plan, entry: LocalState) -> Facts {
    let successors: Vec<Vec<Block>> = (0..function.blocks.len()).map(|n| all_successors(function, n)).collect();
    let order = reverse_postorder(&successors);
    let state_in = local_states(program, function, plan, entry, &order);
    let live_in = temp_liveness(function, &successors, &order);
    let waiting = waiting(function, &live_in);
    let runs_once = function.decl.kind == phpc_abi::decl::FunctionKind::Main && !goes_back(&order, &successors);
    Facts { order, state_in, live_in, waiting, runs_once }
}

struct Definitions(Vec<Temp>);
impl Visit for Definitions {
    fn def(&mut self, temp: Temp) {
        self.0.push(temp);
    }
}

fn waiting(function: &Function, live_in: &[BitSet]) -> HashMap<RegionId, Vec<Vec<Temp>>> {
    let mut found = HashMap::new();
    for (index, data) in function.regions.iter().enumerate() {
        if !matches!(data.kind, RegionKind::Finally { .. }) {
            continue;
        }
        let region = RegionId(index as u32);
        let mut inside = Definitions(Vec::new());
        for block in function.blocks.iter().filter(|block| is_inside(function, block.region, region)) {
            for inst in &block.insts {
                inst.op.fields(&mut |_, field| field.visit(&mut inside));
            }
        }
        inside.0.sort();
        inside.0.dedup();
        let of = |resume: &Block| {
            let live = &live_in[resume.index()];
            inside.0.iter().copied().filter(|temp| live.contains(temp.index())).collect()
        };
        found.insert(region, resumes(function, region).iter().map(of).collect());
    }
    found
}

fn is_inside(function: &Function, region: Option<RegionId>, wanted: RegionId) -> bool {
    let mut at = region;
    while let Some(id) = at {
        if id == wanted {
            return true;
        }
        at = function.regions[id.index()].parent;
    }
    false
}

/// Does any way lead back, without leaving the blocks that are `inside`?
pub(super) fn has_loop(function: &Function, inside: &dyn Fn(Block) -> bool) -> bool {
    let successors: Vec<Vec<Block>> = (0..function.blocks.len() as u32)
        .map(|n| all_successors(function, n as usize).into_iter().filter(|next| inside(Block(n)) && inside(*next)).collect())
        .collect();
    goes_back(&reverse_postorder(&successors), &successors)
}

/// Does any way lead back?
fn goes_back(order: &[Block], successors: &[Vec<Block>]) -> bool {
    let mut number = vec![usize::MAX; successors.len()];
    order.iter().enumerate().for_each(|(n, block)| number[block.index()] = n);
    let back = |block: &&Block| successors[block.index()].iter().any(|to| number[to.index()] <= number[block.index()]);
    order.iter().any(|block| back(&block))
}

/// The handler blocks that an exception raised in `region` may come to, `exit`'s way past `finally` included.
fn handlers(function: &Function, region: Option<RegionId>) -> Vec<Block> {
    let mut found = Vec::new();
    let mut at = region;
    while let Some(id) = at {
        let region = &function.regions[id.index()];
        match region.kind {
            RegionKind::Catch { handler, .. } => {
                found.push(handler);
                return found;
            }
            RegionKind::Finally { entry, .. } => found.push(entry),
            RegionKind::FinallyBody { .. } => {}
        }
        at = region.parent;
    }
    found
}

struct Successors(Vec<Block>);
impl Visit for Successors {
    fn block(&mut self, block: Block) {
        self.0.push(block);
    }
}

pub(super) fn op_successors(function: &Function, op: &Op) -> Vec<Block> {
    let mut found = Successors(Vec::new());
    op.fields(&mut |_, field| field.visit(&mut found));
    match op {
        Op::FinallyCall { region, .. } => {
            if let RegionKind::Finally { entry, .. } = function.regions[region.index()].kind {
                return vec![entry];
            }
        }
        Op::FinallyEnd { region } => return resumes(function, *region),
        _ => {}
    }
    found.0
}

/// Where `finally_end` of the region may go on: the `resume` of each finally_call, in order.
pub(super) fn resumes(function: &Function, wanted: RegionId) -> Vec<Block> {
    let mut found = Vec::new();
    for block in &function.blocks {
        if let Some(Op::FinallyCall { region, resume }) = block.insts.last().map(|inst| &inst.op)
            && *region == wanted
            && !found.contains(resume)
        {
            found.push(*resume);
        }
    }
    found
}

pub(super) fn all_successors(function: &Function, n: usize) -> Vec<Block> {
    let block = &function.blocks[n];
    let mut found = handlers(function, block.region);
    if let Some(last) = block.insts.last() {
        found.extend(op_successors(function, &last.op));
        if let Op::FinallyEnd { region } = last.op {
            found.extend(handlers(function, function.regions[region.index()].parent));
        }
    }
    found
}

fn reverse_postorder(successors: &[Vec<Block>]) -> Vec<Block> {
    let mut order = Vec::new();
    let mut seen = vec![false; successors.len()];
    let mut stack = vec![(Block(0), 0)];
    seen[0] = true;
    while let Some((block, next)) = stack.pop() {
        // Later successors first, so that earlier ones come earlier in the reversed order.
        match successors[block.index()].iter().rev().nth(next) {
            Some(&successor) => {
                stack.push((block, next + 1));
                if !std::mem::replace(&mut seen[successor.index()], true) {
                    stack.push((successor, 0));
                }
            }
            None => order.push(block),
        }
    }
    order.reverse();
    order
}

fn local_states(
    program: &Program,
    function: &Function,
    plan: &Plan,
    entry: LocalState,
    order: &[Block],
) -> Vec<Option<LocalState>> {
    let mut states: Vec<Option<LocalState>> = vec![None; function.blocks.len()];
    states[0] = Some(entry);
    let mut work: Vec<Block> = order.iter().rev().copied().collect();
    while let Some(block) = work.pop() {
        let Some(mut state) = states[block.index()].clone() else { continue };
        let data = &function.blocks[block.index()];
        let handlers = handlers(function, data.region);
        let mut raised = state.clone();
        let mut join = |states: &mut Vec<Option<LocalState>>, target: Block, state: &LocalState| {
            let changed = match &mut states[target.index()] {
                Some(old) => old.union_with(state),
                slot => {
                    *slot = Some(state.clone());
                    true
                }
            };
            if changed && !work.contains(&target) {
                work.push(target);
            }
        };
        for inst in &data.insts {
            if !inst.op.is_terminator() {
                transfer(program, plan, &inst.op, &mut state);
                raised.union_with(&state);
                continue;
            }
            for (n, target) in op_successors(function, &inst.op).into_iter().enumerate() {
                let mut after = state.clone();
                transfer_edge(&inst.op, n, &mut after);
                raised.union_with(&after);
                join(&mut states, target, &after);
            }
            if let Op::FinallyEnd { region } = inst.op {
                for handler in self::handlers(function, function.regions[region.index()].parent) {
                    join(&mut states, handler, &raised);
                }
            }
        }
        for handler in handlers {
            join(&mut states, handler, &raised);
        }
    }
    states
}

fn written(place: &Place, state: &mut LocalState) {
    if let Base::Local(local) = place.base {
        state.defined(local);
    }
}

fn referenced(place: &Place, state: &mut LocalState) {
    match place.base {
        Base::Local(local) if place.steps.is_empty() => state.bound(local),
        _ => written(place, state),
    }
}

/// What an operation that is no terminator does to the states of locals.
pub(super) fn transfer(program: &Program, plan: &Plan, op: &Op, state: &mut LocalState) {
    match op {
        Op::Unset { place: Place { base: Base::Local(local), steps } } if steps.is_empty() => {
            state.undefined.insert(local.index());
            state.reference.remove(local.index());
        }
        Op::Assign { place, .. } | Op::AssignOp { place, .. } | Op::IncDec { place, .. } => written(place, state),
        Op::MakeRef { place, .. } | Op::AssignRef { place, .. } | Op::AssignRefCall { place, .. } => {
            referenced(place, state);
        }
        Op::BindGlobal { local, .. } | Op::InitStatic { local, .. } => state.bound(*local),
        Op::CatchAssign { local, .. } => state.defined(*local),
        Op::ArgAuto { call, place } => {
            let Base::Local(local) = place.base else { return };
            if !place.steps.is_empty() {
                return;
            }
            // The argument's index does not matter where no parameter is by reference.
            let target = plan.targets.get(&call.0).copied().unwrap_or(Target::Dynamic);
            match target {
                Target::Function(func) if program.decl(func).params.iter().all(|p| p.passing == Passing::Value) => {}
                // The builder passes the local in a cell of its own and takes it back.
                Target::Builtin(_) if !plan.in_memory => {}
                Target::Builtin(it) if program.builtins[it.index()].decl.params.iter().all(|p| p.passing == Passing::Value) => {}
                _ => state.reference.insert(local.index()),
            }
        }
        _ => {}
    }
}

/// The same for a terminator's `n`th successor.
pub(super) fn transfer_edge(op: &Op, n: usize, state: &mut LocalState) {
    match op {
        Op::BindStatic { local, .. } if n == 1 => state.bound(*local),
        Op::IterNext { target: IterTarget::Local(local), .. } if n == 0 => state.defined(*local),
        Op::IterNext { target: IterTarget::LocalRef(local), .. } if n == 0 => state.bound(*local),
        Op::IterInitRef { place, .. } => referenced(place, state),
        _ => {}
    }
}

/// How argument number `index` of `call` is passed, if that is known.
pub(super) fn known_passing(program: &Program, target: Target, index: usize) -> Option<Passing> {
    match target {
        Target::Function(func) => Some(passing(program.decl(func), index)),
        Target::Builtin(builtin) => Some(passing(&program.builtins[builtin.index()].decl, index)),
        Target::Fallback(_) | Target::Entry | Target::Dynamic => None,
    }
}

/// Collects uses and definitions of temporaries by one operation.
struct TempUse<'a> {
    live: &'a mut BitSet,
    defining: bool,
}
impl Visit for TempUse<'_> {
    fn def(&mut self, temp: Temp) {
        if self.defining {
            self.live.remove(temp.index());
        }
    }
    fn consume(&mut self, temp: Temp) {
        self.peek(temp);
    }
    fn peek(&mut self, temp: Temp) {
        if !self.defining {
            self.live.insert(temp.index());
        }
    }
}

fn temp_liveness(function: &Function, successors: &[Vec<Block>], order: &[Block]) -> Vec<BitSet> {
    let mut live_in = vec![BitSet::with_size(function.temps as usize); function.blocks.len()];
    // What a `finally` never goes on to counts as well: its results wait.
    let unreached = (0..function.blocks.len() as u32).map(Block).filter(|block| !order.contains(block));
    let blocks: Vec<Block> = order.iter().rev().copied().chain(unreached).collect();
    loop {
        let mut changed = false;
        for &block in &blocks {
            let mut live = BitSet::with_size(function.temps as usize);
            for successor in &successors[block.index()] {
                live.union_with(&live_in[successor.index()]);
            }
            for inst in function.blocks[block.index()].insts.iter().rev() {
                for defining in [true, false] {
                    let mut walk = TempUse { live: &mut live, defining };
                    inst.op.fields(&mut |_, field| field.visit(&mut walk));
                }
            }
            changed |= live_in[block.index()].union_with(&live);
        }
        if !changed {
            break;
        }
    }
    // A handler defines its exception itself.
    for region in &function.regions {
        if let pir::RegionKind::Catch { handler, exception } = region.kind {
            live_in[handler.index()].remove(exception.index());
        }
    }
    live_in
}
