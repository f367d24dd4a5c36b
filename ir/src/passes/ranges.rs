//! Ranges of ints: arithmetic that cannot overflow needs no exit.
//!
//! ```text
//! branch (binary lt v1, v2) -> b1() …         branch …
//! b1(): v3 = int_add_exit v1, 1 exit b9()  =>  b1(): v3 = int_add v1, 1
//! ```
//!
//! Requires types. Takes exits away; keeps the blocks.

use crate::pir::BinaryOp;
use crate::ssa::cfg::Cfg;
use crate::ssa::*;

/// From, to; inclusive. Empty if nothing comes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Range {
    low: i64,
    high: i64,
}

const FULL: Range = Range { low: i64::MIN, high: i64::MAX };
const EMPTY: Range = Range { low: i64::MAX, high: i64::MIN };

impl Range {
    fn is_empty(self) -> bool {
        self.low > self.high
    }
    fn join(self, other: Range) -> Range {
        if self.is_empty() {
            return other;
        }
        if other.is_empty() {
            return self;
        }
        Range { low: self.low.min(other.low), high: self.high.max(other.high) }
    }
    fn meet(self, other: Range) -> Range {
        Range { low: self.low.max(other.low), high: self.high.min(other.high) }
    }
}

/// What a test says of a value on one side.
#[derive(Clone, Copy)]
struct Bound {
    value: Value,
    compare: Compare,
    other: Value,
}

struct Ranges<'a> {
    func: &'a Func,
    cfg: Cfg,
    of: Vec<Range>,
    /// By block: what the one branch that leads there says.
    bounds: Vec<Vec<Bound>>,
    visits: Vec<u8>,
}

/// Functions larger than this are left alone.
const LARGEST: usize = 4000;

pub fn run(func: &mut Func) {
    if func.insts.len() > LARGEST || !func.insts.iter().any(|data| exact(data.op).is_some()) {
        return;
    }
    let found = find(func);
    for n in 0..func.insts.len() {
        if found[n] {
            let data = &mut func.insts[n];
            data.op = exact(data.op).expect("only these are found").0;
            data.exit = None;
        }
    }
    super::cleanup::remove_unreachable(func);
}

fn exact(op: Op) -> Option<(Op, fn(i128, i128) -> i128)> {
    match op {
        Op::int_add_exit => Some((Op::int_add, |a, b| a + b)),
        Op::int_sub_exit => Some((Op::int_sub, |a, b| a - b)),
        Op::int_mul_exit => Some((Op::int_mul, |a, b| a * b)),
        _ => None,
    }
}

/// The instructions whose results certainly fit.
fn find(func: &Func) -> Vec<bool> {
    let cfg = Cfg::new(func);
    let bounds = bounds(func, &cfg);
    let (of, visits) = (vec![EMPTY; func.values.len()], vec![0; func.values.len()]);
    let mut ranges = Ranges { func, cfg, of, bounds, visits };
    let order = ranges.cfg.order.clone();
    while ranges.pass(&order, true) {}
    for _ in 0..3 {
        ranges.pass(&order, false);
    }
    let mut found = vec![false; func.insts.len()];
    for &block in &order {
        for &inst in &func.blocks[block.index()].insts {
            let data = func.inst(inst);
            if exact(data.op).is_some() {
                let (a, b) = (ranges.at(data.args[0], block), ranges.at(data.args[1], block));
                found[inst.index()] = !a.is_empty() && !b.is_empty() && fits(data.op, a, b);
            }
        }
    }
    found
}

fn corners(op: Op, a: Range, b: Range) -> (i128, i128) {
    let (_, apply) = exact(op).expect("arithmetic");
    let all = [(a.low, b.low), (a.low, b.high), (a.high, b.low), (a.high, b.high)].map(|(a, b)| apply(a.into(), b.into()));
    (all.into_iter().min().expect("four"), all.into_iter().max().expect("four"))
}

fn fits(op: Op, a: Range, b: Range) -> bool {
    let (low, high) = corners(op, a, b);
    low >= i64::MIN.into() && high <= i64::MAX.into()
}

fn bounds(func: &Func, cfg: &Cfg) -> Vec<Vec<Bound>> {
    let mut all: Vec<Vec<Bound>> = vec![Vec::new(); func.blocks.len()];
    for &block in &cfg.order {
        let [(_, inst)] = cfg.predecessors[block.index()][..] else { continue };
        let data = func.inst(inst);
        if data.op == Op::branch && data.targets[0].block != data.targets[1].block && data.exit.is_none() {
            facts(func, data.args[0], data.targets[0].block == block, &mut all[block.index()]);
        }
    }
    all
}

fn facts(func: &Func, condition: Value, holds: bool, out: &mut Vec<Bound>) {
    let Some(data) = func.def(condition) else { return };
    let compare = match (data.op, &data.imm) {
        (Op::bool_not, _) => return facts(func, data.args[0], !holds, out),
        (Op::truth, _) if func.values[data.args[0].index()].ty.is(Mask::BOOL) => return facts(func, data.args[0], holds, out),
        (Op::binary, Imm::Binary(op)) => match op {
            BinaryOp::Less => Compare::Less,
            BinaryOp::LessEqual => Compare::LessEqual,
            BinaryOp::Identical | BinaryOp::Equal => Compare::Equal,
            BinaryOp::NotIdentical | BinaryOp::NotEqual => Compare::NotEqual,
            _ => return,
        },
        (Op::int_compare, Imm::Compare(compare)) => *compare,
        _ => return,
    };
    if data.args.iter().any(|arg| func.values[arg.index()].ty.tags() != Mask::INT) {
        return;
    }
    let (left, right) = (data.args[0], data.args[1]);
    let compare = if holds { compare } else { negated(compare) };
    out.push(Bound { value: left, compare, other: right });
    out.push(Bound { value: right, compare: swapped(compare), other: left });
}

fn negated(compare: Compare) -> Compare {
    match compare {
        Compare::Equal => Compare::NotEqual,
        Compare::NotEqual => Compare::Equal,
        Compare::Less => Compare::GreaterEqual,
        Compare::LessEqual => Compare::Greater,
        Compare::Greater => Compare::LessEqual,
        Compare::GreaterEqual => Compare::Less,
        // Says nothing.
        Compare::UnsignedLess | Compare::UnsignedLessEqual => Compare::NotEqual,
    }
}

fn swapped(compare: Compare) -> Compare {
    match compare {
        Compare::Less => Compare::Greater,
        Compare::LessEqual => Compare::GreaterEqual,
        Compare::Greater => Compare::Less,
        Compare::GreaterEqual => Compare::LessEqual,
        Compare::Equal => Compare::Equal,
        _ => Compare::NotEqual,
    }
}

fn limit(compare: Compare, other: Range) -> Range {
    match compare {
        Compare::Less => Range { low: i64::MIN, high: other.high.saturating_sub(1) },
        Compare::LessEqual => Range { low: i64::MIN, high: other.high },
        Compare::Greater => Range { low: other.low.saturating_add(1), high: i64::MAX },
        Compare::GreaterEqual => Range { low: other.low, high: i64::MAX },
        Compare::Equal => other,
        _ => FULL,
    }
}

impl Ranges<'_> {
    /// The range of a value where the block runs.
    fn at(&self, value: Value, block: Block) -> Range {
        let mut range = self.own(value);
        let mut at = block;
        for _ in 0..64 {
            for bound in &self.bounds[at.index()] {
                if bound.value == value {
                    let other = self.own(bound.other);
                    if !other.is_empty() {
                        range = range.meet(limit(bound.compare, other));
                    }
                }
            }
            let above = self.cfg.idom[at.index()];
            if above == at {
                break;
            }
            at = above;
        }
        range
    }

    fn own(&self, value: Value) -> Range {
        if self.func.values[value.index()].ty.tags() != Mask::INT {
            return FULL;
        }
        self.of[value.index()]
    }

    /// Goes over all instructions once; true if something grew.
    fn pass(&mut self, order: &[Block], widen: bool) -> bool {
        let mut changed = false;
        for param in &self.func.blocks[0].params {
            self.of[param.index()] = FULL;
        }
        let mut incoming: Vec<Option<Range>> = vec![None; self.func.values.len()];
        for &block in order {
            for n in 0..self.func.blocks[block.index()].insts.len() {
                let inst = self.func.blocks[block.index()].insts[n];
                changed |= self.instruction(inst, block, widen, &mut incoming);
            }
        }
        for (n, range) in incoming.into_iter().enumerate() {
            if let Some(range) = range {
                changed |= self.set(Value(n as u32), range, widen);
            }
        }
        changed
    }

    fn instruction(&mut self, inst: Inst, block: Block, widen: bool, incoming: &mut [Option<Range>]) -> bool {
        let func = self.func;
        let data = func.inst(inst);
        let mut changed = false;
        for (n, &result) in data.results.iter().enumerate() {
            if func.values[result.index()].ty.tags() == Mask::INT {
                let range = if n == 0 { self.result(data, block) } else { FULL };
                changed |= self.set(result, range, widen);
            }
        }
        for edge in data.edges() {
            for (&param, &arg) in func.blocks[edge.block.index()].params.iter().zip(&edge.args) {
                if func.values[param.index()].ty.tags() == Mask::INT {
                    let range = self.at(arg, block);
                    let slot = &mut incoming[param.index()];
                    *slot = Some(slot.map_or(range, |known| known.join(range)));
                }
            }
        }
        changed
    }

    fn set(&mut self, value: Value, range: Range, widen: bool) -> bool {
        let old = self.of[value.index()];
        if !widen {
            self.of[value.index()] = range.meet(old);
            return false;
        }
        let mut new = old.join(range);
        if new == old {
            return false;
        }
        let visits = &mut self.visits[value.index()];
        *visits = visits.saturating_add(1);
        if *visits > 3 && !old.is_empty() {
            if new.low < old.low {
                new.low = if new.low >= 0 { 0 } else { i64::MIN };
            }
            if new.high > old.high {
                new.high = i64::MAX;
            }
        }
        self.of[value.index()] = new;
        true
    }

    fn result(&self, data: &InstData, block: Block) -> Range {
        let arg = |n: usize| self.at(data.args[n], block);
        const LENGTH: Range = Range { low: 0, high: 1 << 40 };
        match (data.op, &data.imm) {
            (Op::int, Imm::Int(value)) => Range { low: *value, high: *value },
            (Op::int_add_exit | Op::int_sub_exit | Op::int_mul_exit, _) => clamped(data.op, arg(0), arg(1)),
            (Op::array_length | Op::string_length, _) => LENGTH,
            (Op::string_byte, _) => Range { low: 0, high: 255 },
            (Op::assume, _) => arg(0),
            (Op::select, _) => arg(1).join(arg(2)),
            (Op::bool_to_int, _) => Range { low: 0, high: 1 },
            (Op::int_and, _) => masked(arg(0), arg(1)),
            (Op::binary, Imm::Binary(op)) => self.operator(*op, data, block),
            (Op::prim, Imm::Primitive(phpc_abi::primitives::Primitive::array_next)) => Range { low: -1, high: 1 << 40 },
            _ => FULL,
        }
    }

    fn operator(&self, op: BinaryOp, data: &InstData, block: Block) -> Range {
        if data.args.iter().any(|arg| self.func.values[arg.index()].ty.tags() != Mask::INT) {
            return if op == BinaryOp::Spaceship { Range { low: -1, high: 1 } } else { FULL };
        }
        let (a, b) = (self.at(data.args[0], block), self.at(data.args[1], block));
        if a.is_empty() || b.is_empty() {
            return EMPTY;
        }
        match op {
            BinaryOp::BitAnd => masked(a, b),
            BinaryOp::Mod => {
                let most = b.low.unsigned_abs().max(b.high.unsigned_abs()).saturating_sub(1).min(i64::MAX as u64) as i64;
                Range { low: if a.low >= 0 { 0 } else { -most }, high: if a.high <= 0 { 0 } else { most.min(a.high.max(0)).max(0) } }
            }
            BinaryOp::ShiftRight if b.low >= 0 => {
                let by = b.low.min(63);
                Range { low: if a.low >= 0 { 0 } else { a.low >> by }, high: if a.high < 0 { -1 } else { a.high >> by } }
            }
            BinaryOp::BitOr | BinaryOp::BitXor if a.low >= 0 && b.low >= 0 => {
                let bits = 64 - (a.high | b.high).leading_zeros();
                Range { low: 0, high: if bits >= 63 { i64::MAX } else { (1 << bits) - 1 } }
            }
            BinaryOp::Spaceship => Range { low: -1, high: 1 },
            _ => FULL,
        }
    }
}

fn masked(a: Range, b: Range) -> Range {
    if a.is_empty() || b.is_empty() {
        return EMPTY;
    }
    match (a.low >= 0, b.low >= 0) {
        (true, true) => Range { low: 0, high: a.high.min(b.high) },
        (true, false) => Range { low: 0, high: a.high },
        (false, true) => Range { low: 0, high: b.high },
        _ => FULL,
    }
}

/// The result if it does not overflow.
fn clamped(op: Op, a: Range, b: Range) -> Range {
    if a.is_empty() || b.is_empty() {
        return EMPTY;
    }
    let (low, high) = corners(op, a, b);
    let clamp = |value: i128| value.clamp(i64::MIN.into(), i64::MAX.into()) as i64;
    Range { low: clamp(low), high: clamp(high) }
}
