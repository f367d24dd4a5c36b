//! What references hold, copied only to be looked at: looked at where it lies, and nothing is counted.
//!
//! ```text
//! v2 = deref v1 ; v3 = place_read [Dim] v2, … ; release v2  =>  v3 = place_read [Dim] v1, …
//! ```
//!
//! Requires types. Keeps the graph.

use crate::ssa::*;
use phpc_abi::primitives::Primitive;
use std::collections::HashMap;

/// References that are followed for one read.
pub fn run(func: &mut Func) {
    let follows = |data: &InstData| data.op == Op::deref && func.values[data.args[0].index()].ty.is(Mask::REFERENCE);
    if !func.has(follows) {
        return;
    }
    let mut homes: HashMap<Inst, (Block, usize)> = HashMap::new();
    let mut uses: HashMap<Value, Vec<Inst>> = HashMap::new();
    let predecessors = func.incoming_counts();
    for (n, block) in func.blocks.iter().enumerate() {
        for (at, &inst) in block.insts.iter().enumerate() {
            homes.insert(inst, (Block(n as u32), at));
            for value in func.inst(inst).uses() {
                uses.entry(value).or_default().push(inst);
            }
        }
    }
    for n in 0..func.insts.len() {
        let (inst, data) = (Inst(n as u32), &func.insts[n]);
        if data.op != Op::deref || !homes.contains_key(&inst) {
            continue;
        }
        let (copy, source) = (data.results[0], data.args[0]);
        if !func.values[source.index()].ty.is(Mask::REFERENCE) {
            continue;
        }
        let empty = Vec::new();
        let users = uses.get(&copy).unwrap_or(&empty);
        if may_look_through(func, &homes, &predecessors, inst, copy, source, users) {
            look_through(func, &homes, inst, source, users);
        }
    }
    for block in &mut func.blocks {
        block.insts.retain(|inst| !is_gone(&func.insts[inst.index()]));
    }
}

/// Marks an instruction that is to be taken out.
fn is_gone(data: &InstData) -> bool {
    data.op == Op::retain && data.args.is_empty()
}

fn may_look_through(
    func: &Func, homes: &HashMap<Inst, (Block, usize)>, predecessors: &[usize], def: Inst, copy: Value, source: Value, users: &[Inst],
) -> bool {
    let (home, start) = homes[&def];
    let mut end = start;
    for user in users {
        let data = func.inst(*user);
        let (block, at) = homes[user];
        let released = data.op == Op::release || data.imm == Imm::Primitive(Primitive::release_unwinding) && data.args[0] == copy;
        let looked_at = matches!(data.op, Op::place_read | Op::place_isset) && data.args[0] == copy && !data.args[1..].contains(&copy);
        let passed = data.edges().any(|edge| edge.args.contains(&copy));
        if passed || !(released || looked_at) {
            return false;
        }
        match block == home {
            true => end = end.max(at),
            // A landing pad of one of the operations in between.
            false if released && predecessors[block.index()] == 1 => {}
            false => return false,
        }
    }
    // Nothing may take the variable away meanwhile.
    func.blocks[home.index()].insts[start + 1..=end].iter().all(|&inst| {
        let data = func.inst(inst);
        let borrows = matches!(data.op, Op::place_read | Op::place_isset | Op::deref | Op::home) || !data.args.contains(&source);
        borrows && data.op != Op::prim_void
    })
}

fn look_through(func: &mut Func, homes: &HashMap<Inst, (Block, usize)>, def: Inst, source: Value, users: &[Inst]) {
    for &user in users {
        let data = &mut func.insts[user.index()];
        match data.op {
            Op::release => gone(data),
            Op::prim => {
                let (result, exception) = (data.results[0], data.args[1]);
                gone(data);
                replace_below(func, homes[&user].0, result, exception);
            }
            _ => data.args[0] = source,
        }
    }
    gone(&mut func.insts[def.index()]);
}

fn gone(data: &mut InstData) {
    *data = InstData { op: Op::retain, args: vec![], results: vec![], imm: Imm::None, exit: None, targets: vec![], pos: data.pos };
}

fn replace_below(func: &mut Func, _block: Block, from: Value, to: Value) {
    for data in &mut func.insts {
        data.map_uses(&mut |value| if value == from { to } else { value });
    }
}
