//! How many counts of each value the code from a point on gives up: what the function must hold there.

use crate::infer::transfer::can_throw;
use crate::program::Program;
use crate::ssa::cfg::Cfg;
use crate::ssa::op::EffectRule;
use crate::ssa::*;
use phpc_abi::effects::Effects;
use phpc_abi::primitives::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// By value, those that are 0 left out.
#[derive(Clone, Default, PartialEq, Debug)]
struct Counts(Vec<(Value, i32)>);

impl Counts {
    fn get(&self, value: Value) -> i32 {
        self.0.binary_search_by_key(&value, |it| it.0).map_or(0, |at| self.0[at].1)
    }
    fn remove(&mut self, value: Value) -> i32 {
        self.0.binary_search_by_key(&value, |it| it.0).map_or(0, |at| self.0.remove(at).1)
    }
    fn add(&mut self, value: Value, change: i32) {
        match self.0.binary_search_by_key(&value, |it| it.0) {
            Ok(at) => {
                self.0[at].1 = (self.0[at].1 + change).clamp(-MOST, MOST);
                if self.0[at].1 == 0 {
                    self.0.remove(at);
                }
            }
            Err(_) if change == 0 => {}
            Err(at) => self.0.insert(at, (value, change)),
        }
    }
}

/// More at once are taken for a loop that never ends.
const MOST: i32 = 6;

pub(super) struct Needs {
    /// By value: what it is another name of.
    roots: Vec<Value>,
    /// At each block's entry.
    entry: Vec<Option<Counts>>,
    /// Values for which ways do not agree.
    unclear: BTreeSet<Value>,
    homed: BTreeSet<Value>,
    /// By value: inlined calls that have it as a parameter.
    homed_inlined: BTreeMap<Value, BTreeSet<u32>>,
}

impl Needs {
    pub(super) fn new(program: &Program, func: &Func, cfg: &Cfg) -> Option<Needs> {
        let mut needs = Needs {
            roots: roots(func, cfg),
            entry: vec![None; func.blocks.len()],
            unclear: BTreeSet::new(),
            homed: BTreeSet::new(),
            homed_inlined: BTreeMap::new(),
        };
        let mut rounds = 0;
        loop {
            let mut changed = false;
            for &block in cfg.order.iter().rev() {
                let counts = needs.block(program, func, block, None);
                if needs.entry[block.index()].as_ref() != Some(&counts) {
                    needs.entry[block.index()] = Some(counts);
                    changed = true;
                }
            }
            if !changed {
                break;
            }
            rounds += 1;
            if rounds > 30 {
                return None;
            }
        }
        let mut unclear = BTreeSet::new();
        for &block in &cfg.order {
            needs.block(program, func, block, Some(&mut unclear));
        }
        needs.unclear = unclear;
        needs.spread(func, cfg);
        Some(needs)
    }

    pub(super) fn root(&self, value: Value) -> Value {
        self.roots[value.index()]
    }
    /// Was the block there when this was computed?
    pub(super) fn knows(&self, block: Block) -> bool {
        block.index() < self.entry.len()
    }
    pub(super) fn unclear(&self, value: Value) -> bool {
        self.unclear.contains(&value)
    }
    /// Is it stored where traces find the function's parameters?
    pub(super) fn homed(&self, value: Value) -> bool {
        self.homed.contains(&value)
    }
    /// Is it a parameter of an inlined call that the instruction is in?
    pub(super) fn homed_at(&self, func: &Func, value: Value, inst: &InstData) -> bool {
        let Some(calls) = self.homed_inlined.get(&value) else { return false };
        let mut at = &func.positions[inst.pos.index()];
        while let Some(call) = at.inlined_at {
            if calls.contains(&at.inlined) {
                return true;
            }
            at = &func.positions[call.index()];
        }
        false
    }

    /// Needed of the value behind instruction `at` of the block.
    pub(super) fn after(&self, program: &Program, func: &Func, block: Block, at: usize, value: Value) -> Option<i32> {
        let mut counts = Counts::default();
        for &inst in func.blocks[block.index()].insts[at + 1..].iter().rev() {
            self.step(program, func, inst, &mut counts, None);
        }
        Some(counts.get(value)).filter(|count| *count != 0)
    }

    /// Counts of the value that an edge hands to the parameters of its block.
    pub(super) fn passed(&self, func: &Func, edge: &Target, value: Value) -> i32 {
        let Some(entry) = &self.entry[edge.block.index()] else { return 0 };
        let params = &func.blocks[edge.block.index()].params;
        let of = |param: &Value| entry.get(self.root(*param));
        params.iter().zip(&edge.args).filter(|(_, arg)| self.root(**arg) == value).map(|(param, _)| of(param)).sum()
    }

    /// Is the value known to have no count where the edge leads?
    pub(super) fn does_not_care(&self, func: &Func, data: &InstData, edge: &Target, value: Value) -> bool {
        if data.op != Op::branch || data.targets.len() != 2 || data.targets[0].block == data.targets[1].block {
            return false;
        }
        self.uncounted(func, data, edge.block == data.targets[0].block).contains(&value)
    }

    fn uncounted(&self, func: &Func, data: &InstData, yes: bool) -> Vec<Value> {
        let mut facts = Vec::new();
        crate::passes::refine::facts(func, data.args[0], yes, &mut facts, 0);
        let bare = |value: Value, mask: Mask| !func.values[value.index()].ty.tags().intersect(mask).intersects(Mask::COUNTED);
        facts.into_iter().filter(|(value, mask)| bare(*value, *mask)).map(|(value, _)| self.root(value)).collect()
    }

    /// What an edge needs.
    fn edge(&self, func: &Func, edge: &Target) -> Option<Counts> {
        let entry = self.entry.get(edge.block.index())?.as_ref()?;
        let params = &func.blocks[edge.block.index()].params;
        let mut counts = entry.clone();
        if !params.is_empty() && !counts.0.is_empty() {
            for param in params {
                counts.remove(self.root(*param));
            }
            for (param, arg) in params.iter().zip(&edge.args) {
                counts.add(self.root(*arg), entry.get(self.root(*param)));
            }
        }
        Some(counts)
    }

    fn block(&self, program: &Program, func: &Func, block: Block, mut unclear: Option<&mut BTreeSet<Value>>) -> Counts {
        let mut counts = Counts::default();
        for &inst in func.blocks[block.index()].insts.iter().rev() {
            self.step(program, func, inst, &mut counts, unclear.as_deref_mut());
        }
        counts
    }

    /// From behind an instruction to in front of it.
    fn step(&self, program: &Program, func: &Func, inst: Inst, counts: &mut Counts, mut unclear: Option<&mut BTreeSet<Value>>) {
        let data = func.inst(inst);
        if data.op.is_terminator() || data.exit.is_some() {
            self.meet(func, data, counts, unclear.as_deref_mut());
        }
        for result in &data.results {
            if self.root(*result) == *result
                && !(0..=1).contains(&counts.remove(*result))
                && let Some(unclear) = unclear.as_deref_mut()
            {
                unclear.insert(*result);
            }
        }
        for value in consumed(program, func, data) {
            counts.add(self.root(value), 1);
        }
        if data.op == Op::retain {
            counts.add(self.root(data.args[0]), -1);
        }
        if data.op == Op::select
            && let Some(unclear) = unclear
        {
            unclear.extend(data.args[1..].iter().chain(&data.results).map(|value| self.root(*value)));
        }
    }

    /// What the ways on from an instruction need together; `counts` is that of the way straight on.
    fn meet(&self, func: &Func, data: &InstData, counts: &mut Counts, mut unclear: Option<&mut BTreeSet<Value>>) {
        let mut ways: Vec<(Counts, Vec<Value>)> = Vec::new();
        let straight = std::mem::take(counts);
        if !data.op.is_terminator() {
            ways.push((straight, Vec::new()));
        }
        let two = data.op == Op::branch && data.targets.len() == 2 && data.targets[0].block != data.targets[1].block;
        for (n, target) in data.targets.iter().enumerate() {
            if let Some(found) = self.edge(func, target) {
                ways.push((found, if two { self.uncounted(func, data, n == 0) } else { Vec::new() }));
            }
        }
        if let Some(found) = data.exit.as_ref().and_then(|exit| self.edge(func, exit)) {
            // On an exit only a base is given back.
            let given = usize::from(matches!(data.imm, Imm::Place(_)));
            ways.push((found, data.results.iter().skip(given).copied().collect()));
        }
        // A block that only ends in `unreachable` asks for nothing.
        if ways.len() <= 1 {
            *counts = ways.pop().unwrap_or_default().0;
            return;
        }
        // Smallest value first, each way's list going on where it stands.
        let mut at = vec![0; ways.len()];
        loop {
            let next = ways.iter().zip(&at).filter_map(|((counts, _), at)| counts.0.get(*at).map(|it| it.0)).min();
            let Some(key) = next else { return };
            let mut found: Option<(i32, i32)> = None;
            for ((way, free), at) in ways.iter().zip(&mut at) {
                let count = match way.0.get(*at) {
                    Some(&(value, count)) if value == key => {
                        *at += 1;
                        count
                    }
                    _ => 0,
                };
                if free.contains(&key) {
                    continue;
                }
                let (first, most) = found.unwrap_or((count, count));
                if count != first
                    && let Some(unclear) = unclear.as_deref_mut()
                {
                    unclear.insert(key);
                }
                found = Some((first, most.max(count)));
            }
            if let Some((_, most)) = found
                && most != 0
            {
                counts.0.push((key, most));
            }
        }
    }

    /// What is handed to a parameter about which nothing is sure is not sure itself. Notes homes on the way.
    fn spread(&mut self, func: &Func, cfg: &Cfg) {
        let all = || cfg.order.iter().flat_map(|block| &func.blocks[block.index()].insts).map(|inst| func.inst(*inst));
        for data in all() {
            if data.op == Op::home {
                let value = self.root(data.args[0]);
                match data.imm {
                    Imm::Inlined(call, _) => {
                        self.homed_inlined.entry(value).or_default().insert(call);
                    }
                    _ => {
                        self.homed.insert(value);
                    }
                }
            }
            // Too many at once.
            for (value, count) in data.edges().flat_map(|edge| self.entry[edge.block.index()].iter().flat_map(|counts| &counts.0)) {
                if *count >= MOST || *count < 0 {
                    self.unclear.insert(*value);
                }
            }
        }
        loop {
            let mut changed = false;
            for data in all() {
                for edge in data.edges() {
                    for (param, arg) in func.blocks[edge.block.index()].params.iter().zip(&edge.args) {
                        let (param, arg) = (self.root(*param), self.root(*arg));
                        if self.unclear.contains(&param) {
                            changed |= self.unclear.insert(arg);
                        }
                    }
                }
            }
            if !changed {
                return;
            }
        }
    }
}

/// Follows assumptions.
fn roots(func: &Func, cfg: &Cfg) -> Vec<Value> {
    let mut roots: Vec<Value> = (0..func.values.len() as u32).map(Value).collect();
    for &inst in cfg.order.iter().flat_map(|block| &func.blocks[block.index()].insts) {
        let data = func.inst(inst);
        if data.op == Op::assume || given_back(func, data) {
            roots[data.results[0].index()] = roots[data.args[0].index()];
        }
    }
    roots
}

/// Operands of which the instruction takes a count over, once for each.
pub(super) fn consumed(program: &Program, func: &Func, data: &InstData) -> Vec<Value> {
    match (data.op, &data.imm) {
        (Op::prim | Op::prim_void, Imm::Primitive(primitive)) => {
            let owned = |kind: Kind| matches!(kind, Kind::OwnedValue | Kind::OwnedStr | Kind::OwnedArray | Kind::OwnedObject);
            let params = primitive.signature().params.iter();
            params.zip(&data.args).filter(|((_, kind), _)| owned(*kind)).map(|(_, arg)| *arg).collect()
        }
        (Op::call, Imm::Func(callee)) => {
            let hidden = crate::build::signature::hidden(program, *callee);
            let owned = |n: usize| hidden.get(n).is_none_or(|hidden| *hidden == Hidden::Extra);
            data.args.iter().enumerate().filter(|(n, _)| owned(*n)).map(|(_, arg)| *arg).collect()
        }
        (Op::place_assign | Op::place_assign_ref, _) => {
            let value = *data.args.last().expect("it has operands");
            if given_back(func, data) { vec![value] } else { vec![data.args[0], value] }
        }
        (Op::place_unset | Op::place_assign_op | Op::place_inc_dec | Op::place_take | Op::place_ref, _) if given_back(func, data) => Vec::new(),
        _ => {
            let operands = data.op.info().operands;
            let mut found = Vec::new();
            for (n, &arg) in data.args.iter().enumerate() {
                let kind = operands.get(n).or(operands.last()).copied().unwrap_or("value");
                if kind == "owned" || kind == "owneds" {
                    found.push(arg);
                }
            }
            found
        }
    }
}

/// Is the base of a place operation an object? Then it is only looked at, and the result is another name of it.
pub(super) fn given_back(func: &Func, data: &InstData) -> bool {
    let changes = matches!(
        data.op,
        Op::place_unset | Op::place_assign | Op::place_assign_op | Op::place_inc_dec | Op::place_take | Op::place_ref | Op::place_assign_ref
    );
    let inside = matches!(&data.imm, Imm::Place(shape) if !shape.steps.is_empty());
    changes && inside && func.values[data.args[0].index()].ty.is(Mask::OBJECT)
}

/// Operations that take no memory from anybody although they take counts.
pub(super) fn kept(op: Op) -> bool {
    matches!(op, Op::retain | Op::assume | Op::type_is | Op::same_word)
}

/// May traces be taken inside the instruction?
pub(in crate::passes) fn is_traced(program: &Program, func: &Func, data: &InstData) -> bool {
    match data.op {
        Op::release => func.values[data.args[0].index()].ty.may_have_destructor(),
        _ => effects(program, func, data).can_throw() || effects(program, func, data).intersects(Effects::TRACES),
    }
}

pub(in crate::passes) fn effects(program: &Program, func: &Func, data: &InstData) -> Effects {
    match (data.op.info().effects, &data.imm) {
        (EffectRule::Fixed(effects), _) => effects,
        (EffectRule::Callee, Imm::Primitive(primitive)) => primitive.signature().effects,
        (EffectRule::Callee, Imm::Builtin(id)) => program.builtins[id.index()].effects,
        (EffectRule::Operator, _) if !can_throw(program, func, data) => Effects::PURE,
        _ => Effects::ANY,
    }
}
