//! Is a unit well formed? Indices in range, blocks with one terminator at their end, temporaries defined before use and
//! consumed exactly once on every path (`exact` 1.2).

use super::field::Visit;
use super::*;
use std::collections::BTreeSet;

/// What is wrong, with the place: `f3 b2 #4 (binary): %5 is used where it is not live`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VerifyError(pub String);

impl std::fmt::Display for VerifyError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

type Live = BTreeSet<Temp>;

/// All that is wrong, in order; empty is good.
pub fn verify(unit: &Unit) -> Vec<VerifyError> {
    let mut errors = Errors::default();
    check_unit(unit, &mut errors);
    for (index, function) in unit.functions.iter().enumerate() {
        let before = errors.list.len();
        errors.place = format!("f{index}");
        check_shape(unit, function, &mut errors);
        if errors.list.len() == before {
            check_temps(index, function, &mut errors);
        }
    }
    errors.list
}

#[derive(Default)]
struct Errors {
    list: Vec<VerifyError>,
    place: String,
}

impl Errors {
    fn add(&mut self, message: impl std::fmt::Display) {
        self.list.push(VerifyError(format!("{}: {message}", self.place)));
    }
    fn check(&mut self, holds: bool, message: impl FnOnce() -> String) {
        if !holds {
            self.add(message());
        }
    }
}

// ---- the unit

fn check_unit(unit: &Unit, errors: &mut Errors) {
    errors.place = "unit".to_string();
    let functions = unit.functions.len();
    let main = unit.functions.first().is_some_and(|first| first.decl.kind == phpc_abi::decl::FunctionKind::Main);
    errors.check(main, || "function 0 is not the top-level code".to_string());
    for func in &unit.hoisted_functions {
        errors.check((func.0 as usize) < functions, || format!("hoisted f{} does not exist", func.0));
    }
    for class in &unit.hoisted_classes {
        errors.check((class.0 as usize) < unit.classes.len(), || format!("hoisted class{} does not exist", class.0));
    }
    for (index, class) in unit.classes.iter().enumerate() {
        let hooks = class.properties.iter().flat_map(|property| [property.get_hook, property.set_hook]).flatten();
        for func in class.methods.iter().copied().chain(hooks) {
            errors
                .check((func.0 as usize) < functions, || format!("class{index} has f{}, which does not exist", func.0));
        }
    }
}

// ---- shape and indices

fn check_shape(unit: &Unit, function: &Function, errors: &mut Errors) {
    let place = errors.place.clone();
    errors.check(!function.blocks.is_empty(), || "it has no blocks".to_string());
    let params = function.decl.params.iter().map(|param| &param.name);
    errors.check(params.eq(function.decl.locals.iter().take(function.decl.params.len())), || {
        "the locals do not begin with the parameters".to_string()
    });
    if let Some(class) = function.decl.class {
        errors.check((class.0 as usize) < unit.classes.len(), || format!("its class{} does not exist", class.0));
    }
    check_regions(function, errors);
    for (number, block) in function.blocks.iter().enumerate() {
        errors.place = format!("{place} b{number}");
        errors.check(block.insts.last().is_some_and(|inst| inst.op.is_terminator()), || {
            "it has no terminator".to_string()
        });
        errors.check(block.region.is_none_or(|region| region.index() < function.regions.len()), || {
            "its region does not exist".to_string()
        });
        for (at, inst) in block.insts.iter().enumerate() {
            errors.place = format!("{place} b{number} #{at} ({})", inst.op.name());
            errors.check(!inst.op.is_terminator() || at + 1 == block.insts.len(), || {
                "a terminator in mid-block".to_string()
            });
            let mut indices = Indices { unit, function, errors };
            inst.op.fields(&mut |_, field| field.visit(&mut indices));
        }
    }
    errors.place = place;
}

fn check_regions(function: &Function, errors: &mut Errors) {
    let count = function.regions.len();
    for (index, region) in function.regions.iter().enumerate() {
        let mut parent = region.parent;
        for _ in 0..count {
            parent = parent.and_then(|id| function.regions.get(id.index())?.parent);
        }
        errors.check(parent.is_none(), || format!("the parents of r{index} run in a circle"));
        errors.check(region.parent.is_none_or(|id| id.index() < count), || {
            format!("the parent of r{index} does not exist")
        });
        let (block, temp) = match &region.kind {
            RegionKind::Catch { handler, exception } => (Some(*handler), *exception),
            RegionKind::Finally { entry, state } => (Some(*entry), *state),
            RegionKind::FinallyBody { state } => (None, *state),
        };
        errors.check(block.is_none_or(|block| block.index() < function.blocks.len()), || {
            format!("the handler of r{index} does not exist")
        });
        errors.check(temp.0 < function.temps, || format!("the temporary of r{index} is out of range"));
    }
}

struct Indices<'a, 'u> {
    unit: &'u Unit,
    function: &'u Function,
    errors: &'a mut Errors,
}

impl Indices<'_, '_> {
    fn range(&mut self, prefix: &str, index: u32, count: usize) {
        self.errors.check((index as usize) < count, || format!("{prefix}{index} is out of range ({count} exist)"));
    }
}

impl Visit for Indices<'_, '_> {
    fn def(&mut self, temp: Temp) {
        self.range("%", temp.0, self.function.temps as usize);
    }
    fn consume(&mut self, temp: Temp) {
        self.def(temp);
    }
    fn peek(&mut self, temp: Temp) {
        self.def(temp);
    }
    fn local(&mut self, local: Local) {
        self.range("local ", local.0, self.function.decl.locals.len());
    }
    fn constant(&mut self, constant: ConstId) {
        self.range("c", constant.0, self.unit.consts.len());
    }
    fn block(&mut self, block: Block) {
        self.range("b", block.0, self.function.blocks.len());
        self.errors.check(block.0 != 0, || "the entry block has a predecessor".to_string());
    }
    fn region(&mut self, region: RegionId) {
        self.range("r", region.0, self.function.regions.len());
        let finally =
            self.function.regions.get(region.index()).is_none_or(|it| matches!(it.kind, RegionKind::Finally { .. }));
        self.errors.check(finally, || format!("r{} has no finally", region.0));
    }
    fn static_var(&mut self, var: StaticVar) {
        self.range("s", var.0, self.function.decl.statics.len());
    }
    fn func(&mut self, func: FuncIndex) {
        self.range("f", func.0, self.unit.functions.len());
    }
    fn class(&mut self, class: ClassIndex) {
        self.range("class", class.0, self.unit.classes.len());
    }
}

// ---- temporaries

/// What an operation does with temporaries, in the order of its fields.
#[derive(Default)]
struct Uses {
    defs: Vec<Temp>,
    consumed: Vec<Temp>,
    peeked: Vec<Temp>,
    successors: Vec<Block>,
}

impl Visit for Uses {
    fn def(&mut self, temp: Temp) {
        self.defs.push(temp);
    }
    fn consume(&mut self, temp: Temp) {
        self.consumed.push(temp);
    }
    fn peek(&mut self, temp: Temp) {
        self.peeked.push(temp);
    }
    fn block(&mut self, block: Block) {
        self.successors.push(block);
    }
}

fn uses(function: &Function, op: &Op) -> Uses {
    let mut uses = Uses::default();
    op.fields(&mut |_, field| field.visit(&mut uses));
    if let Op::FinallyEnd { region } | Op::DiscardException { region } = op
        && let RegionKind::Finally { state, .. } = &function.regions[region.index()].kind
    {
        uses.consumed.push(*state);
    }
    uses
}

/// Where an exception raised in `region` goes first: the handler and the temporary that holds the exception there.
/// Bodies of `finally` hand on to their parent.
fn handler(function: &Function, region: Option<RegionId>) -> Option<(Block, Temp)> {
    let mut region = region;
    while let Some(id) = region {
        match &function.regions[id.index()].kind {
            RegionKind::Catch { handler, exception } => return Some((*handler, *exception)),
            RegionKind::Finally { entry, state } => return Some((*entry, *state)),
            RegionKind::FinallyBody { .. } => region = function.regions[id.index()].parent,
        }
    }
    None
}

/// `rethrow` leaves the handler's region: blocks of a catch stand in the region around their `try`, so the same walk serves.
fn check_temps(index: usize, function: &Function, errors: &mut Errors) {
    let uses: Vec<Vec<Uses>> =
        function.blocks.iter().map(|block| block.insts.iter().map(|inst| uses(function, &inst.op)).collect()).collect();
    let live_in = liveness(function, &uses);
    let mut states: Vec<Option<Live>> = vec![None; function.blocks.len()];
    states[0] = Some(Live::new());
    let mut worklist = vec![0];
    while let Some(block) = worklist.pop() {
        let mut flow =
            Flow { function, live_in: &live_in, errors, states: &mut states, worklist: &mut worklist, index };
        if !flow.block(block, &uses[block]) {
            return;
        }
    }
}

struct Flow<'a> {
    function: &'a Function,
    live_in: &'a [Live],
    errors: &'a mut Errors,
    states: &'a mut [Option<Live>],
    worklist: &'a mut Vec<usize>,
    index: usize,
}

impl Flow<'_> {
    /// False at the first error.
    fn block(&mut self, block: usize, uses: &[Uses]) -> bool {
        let errors_before = self.errors.list.len();
        let mut live = self.states[block].clone().expect("only reached blocks are in the worklist");
        let handler = handler(self.function, self.function.blocks[block].region);
        for (at, inst) in self.function.blocks[block].insts.iter().enumerate() {
            self.errors.place = format!("f{} b{block} #{at} ({})", self.index, inst.op.name());
            self.consume(&mut live, &uses[at]);
            if let Some((handler, exception)) = handler {
                self.raise(&live, handler, exception);
            }
            match inst.op.is_terminator() {
                true => self.terminate(&inst.op, live.clone(), &uses[at]),
                false => uses[at].defs.iter().for_each(|&temp| self.define(&mut live, temp)),
            }
            if self.errors.list.len() > errors_before {
                return false;
            }
        }
        true
    }

    fn consume(&mut self, live: &mut Live, uses: &Uses) {
        for temp in &uses.peeked {
            self.errors.check(live.contains(temp), || format!("%{} is looked at where it is not live", temp.0));
        }
        for temp in &uses.consumed {
            let was_live = live.remove(temp);
            self.errors.check(was_live, || format!("%{} is consumed where it is not live", temp.0));
        }
    }

    fn define(&mut self, live: &mut Live, temp: Temp) {
        let fresh = live.insert(temp);
        self.errors.check(fresh, || format!("%{} is defined while it is live", temp.0));
    }

    /// Temporaries that the handler uses are live wherever an exception can come from; the others are released on the way.
    fn raise(&mut self, live: &Live, handler: Block, exception: Temp) {
        let mut wanted = self.live_in[handler.index()].clone();
        wanted.remove(&exception);
        for temp in wanted.difference(live) {
            self.errors.add(format!("the handler b{} needs %{}, which is not live here", handler.0, temp.0));
        }
        wanted.insert(exception);
        self.enter(handler, wanted);
    }

    fn enter(&mut self, block: Block, live: Live) {
        match &self.states[block.index()] {
            None => {
                self.states[block.index()] = Some(live);
                self.worklist.push(block.index());
            }
            Some(known) => {
                for temp in known.symmetric_difference(&live) {
                    self.errors.add(format!("%{} is live on one way into b{} and not on another", temp.0, block.0));
                }
            }
        }
    }

    fn terminate(&mut self, op: &Op, live: Live, uses: &Uses) {
        match op {
            Op::Return { .. } | Op::ReturnRef { .. } | Op::ReturnRefCall { .. } => {
                for temp in &live {
                    self.errors.add(format!("%{} is neither consumed nor freed", temp.0));
                }
            }
            Op::FinallyCall { region, resume } => self.call_finally(*region, *resume, live),
            Op::FinallyEnd { region } => self.end_finally(*region, live),
            // These are defined only where there is an element.
            Op::IterInit { body, empty, .. } | Op::IterInitRef { body, empty, .. } => {
                self.split(live, uses, *body, *empty)
            }
            Op::IterNext { body, done, .. } => self.split(live, uses, *body, *done),
            _ => uses.successors.iter().for_each(|&block| self.enter(block, live.clone())),
        }
    }

    fn split(&mut self, live: Live, uses: &Uses, with: Block, without: Block) {
        self.enter(without, live.clone());
        let mut live = live;
        uses.defs.iter().for_each(|&temp| self.define(&mut live, temp));
        self.enter(with, live);
    }

    /// What is live at the call stays live across the `finally`, seen by it only where its code uses it.
    fn call_finally(&mut self, region: RegionId, resume: Block, live: Live) {
        if let RegionKind::Finally { entry, state } = &self.function.regions[region.index()].kind {
            self.raise(&live, *entry, *state);
        }
        self.enter(resume, live);
    }

    fn end_finally(&mut self, region: RegionId, live: Live) {
        let RegionKind::Finally { entry, state } = &self.function.regions[region.index()].kind else { return };
        let mut outer = self.live_in[entry.index()].clone();
        outer.remove(state);
        for temp in outer.symmetric_difference(&live) {
            self.errors.add(format!("%{} is live at one end of the finally and not at the other", temp.0));
        }
    }
}

/// The temporaries that each block, or what follows it, uses before defining them.
fn liveness(function: &Function, uses: &[Vec<Uses>]) -> Vec<Live> {
    let mut live_in = vec![Live::new(); function.blocks.len()];
    let mut changed = true;
    while changed {
        changed = false;
        for block in (0..function.blocks.len()).rev() {
            let live = block_liveness(function, uses, &live_in, block);
            changed |= live != live_in[block];
            live_in[block] = live;
        }
    }
    live_in
}

fn block_liveness(function: &Function, uses: &[Vec<Uses>], live_in: &[Live], block: usize) -> Live {
    let mut live = Live::new();
    let handler = handler(function, function.blocks[block].region);
    for (inst, uses) in function.blocks[block].insts.iter().zip(&uses[block]).rev() {
        for successor in &uses.successors {
            live.extend(&live_in[successor.index()]);
        }
        // What the operation defines is not live before it, also where it is defined on one edge only.
        for temp in &uses.defs {
            live.remove(temp);
        }
        if let Op::FinallyCall { region, .. } = inst.op
            && let RegionKind::Finally { entry, state } = &function.regions[region.index()].kind
        {
            live.extend(live_in[entry.index()].iter().filter(|temp| *temp != state));
        }
        if let Some((handler, exception)) = handler {
            live.extend(live_in[handler.index()].iter().filter(|temp| **temp != exception));
        }
        live.extend(&uses.consumed);
        live.extend(&uses.peeked);
    }
    live
}
