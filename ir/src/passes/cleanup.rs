//! Removes blocks that nothing reaches and block parameters that are always the same value.

use crate::ssa::*;

/// Empties blocks that nothing reaches (they keep their numbers) and drops what follows a terminator.
pub fn remove_unreachable(func: &mut Func) {
    let seen = func.reached_from([Block(0)], None);
    for (index, data) in func.blocks.iter_mut().enumerate() {
        if !seen[index] {
            *data = BlockData { cold: data.cold, ..BlockData::default() };
        }
    }
}

/// Replaces each parameter whose arguments are all one value, or the parameter itself, by that value.
/// Requires that unreachable blocks are gone. Keeps the graph.
pub fn remove_trivial_params(func: &mut Func) {
    let mut replaced: Vec<Value> = (0..func.values.len() as u32).map(Value).collect();
    let mut removals: Vec<Vec<usize>> = vec![Vec::new(); func.blocks.len()];
    loop {
        let mut removed: Vec<(Block, usize)> = Vec::new();
        for (block, at, first) in incoming(func, &replaced) {
            let param = func.blocks[block.index()].params[at];
            let root = resolve(&replaced, first);
            if root != param && fits(func.values[root.index()].ty, func.values[param.index()].ty) {
                replaced[param.index()] = root;
                removed.push((block, at));
            }
        }
        let changed = !removed.is_empty();
        // Higher positions first, so that lower ones stay right.
        for (block, at) in removed.into_iter().rev() {
            func.blocks[block.index()].params.remove(at);
            removals[block.index()].push(at);
        }
        drop_args(func, &mut removals);
        if !changed {
            break;
        }
    }
    for inst in &mut func.insts {
        inst.map_uses(&mut |value| resolve(&replaced, value));
    }
}

fn fits(inner: Type, outer: Type) -> bool {
    inner.tags().is_within(outer.tags())
}

/// What stands for the value after all replacements.
pub(super) fn resolve(replaced: &[Value], mut value: Value) -> Value {
    while replaced[value.index()] != value {
        value = replaced[value.index()];
    }
    value
}

/// Block parameters whose arguments, other than the parameter itself, are one value.
fn incoming(func: &Func, replaced: &[Value]) -> Vec<(Block, usize, Value)> {
    #[derive(Clone, Copy)]
    enum Seen {
        Nothing,
        One(Value),
        Several,
    }
    let mut first = Vec::with_capacity(func.blocks.len());
    let mut count = 0;
    for data in &func.blocks {
        first.push(count);
        count += data.params.len();
    }
    let mut seen = vec![Seen::Nothing; count];
    for data in &func.blocks {
        for inst in &data.insts {
            let inst = &func.insts[inst.index()];
            for target in inst.exit.iter().chain(&inst.targets) {
                let params = &func.blocks[target.block.index()].params;
                for (at, (value, param)) in target.args.iter().zip(params).enumerate() {
                    let value = resolve(replaced, *value);
                    let seen = &mut seen[first[target.block.index()] + at];
                    *seen = match *seen {
                        _ if value == *param => continue,
                        Seen::Nothing => Seen::One(value),
                        Seen::One(other) if other == value => continue,
                        _ => Seen::Several,
                    };
                }
            }
        }
    }
    let mut found = Vec::new();
    for block in 1..func.blocks.len() {
        for at in 0..func.blocks[block].params.len() {
            if let Seen::One(value) = seen[first[block] + at] {
                found.push((Block(block as u32), at, value));
            }
        }
    }
    found
}

/// Takes the arguments of removed parameters (positions descending) off every edge, and renumbers the rest.
fn drop_args(func: &mut Func, removals: &mut [Vec<usize>]) {
    for inst in &mut func.insts {
        for target in inst.exit.iter_mut().chain(&mut inst.targets) {
            for &at in &removals[target.block.index()] {
                if at < target.args.len() {
                    target.args.remove(at);
                }
            }
        }
    }
    for (block, removed) in removals.iter_mut().enumerate() {
        if removed.is_empty() {
            continue;
        }
        removed.clear();
        for (n, param) in func.blocks[block].params.iter().enumerate() {
            func.values[param.index()].def = ValueDef::Param(Block(block as u32), n as u32);
        }
    }
}
