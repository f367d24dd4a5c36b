//! Removes blocks that nothing reaches and block parameters that are always the same value.

use crate::ssa::*;

/// The targets of a block's instructions: successors and exits.
fn targets(func: &Func, block: Block) -> Vec<Block> {
    let mut found = Vec::new();
    for inst in &func.blocks[block.index()].insts {
        let data = &func.insts[inst.index()];
        found.extend(data.exit.iter().chain(&data.targets).map(|target| target.block));
    }
    found
}

pub fn reachable(func: &Func) -> Vec<bool> {
    let mut seen = vec![false; func.blocks.len()];
    let mut work = vec![Block(0)];
    seen[0] = true;
    while let Some(block) = work.pop() {
        for target in targets(func, block) {
            if !std::mem::replace(&mut seen[target.index()], true) {
                work.push(target);
            }
        }
    }
    seen
}

/// Empties blocks that nothing reaches (they keep their numbers) and drops what follows a terminator.
pub fn remove_unreachable(func: &mut Func) {
    let seen = reachable(func);
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
        for (block, at, values) in incoming(func, &replaced) {
            let param = func.blocks[block.index()].params[at];
            let Some(first) = values.into_iter().find(|value| *value != param) else { continue };
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
        let exit = inst.exit.iter_mut().flat_map(|target| &mut target.args);
        let targets = inst.targets.iter_mut().flat_map(|target| &mut target.args);
        for value in inst.args.iter_mut().chain(exit).chain(targets) {
            *value = resolve(&replaced, *value);
        }
    }
}

fn fits(inner: Type, outer: Type) -> bool {
    inner.tags().is_within(outer.tags())
}

fn resolve(replaced: &[Value], mut value: Value) -> Value {
    while replaced[value.index()] != value {
        value = replaced[value.index()];
    }
    value
}

/// For each block parameter its arguments on all edges.
fn incoming(func: &Func, replaced: &[Value]) -> Vec<(Block, usize, Vec<Value>)> {
    let mut args: Vec<Vec<Vec<Value>>> = func.blocks.iter().map(|data| vec![Vec::new(); data.params.len()]).collect();
    for data in &func.blocks {
        for inst in &data.insts {
            let inst = &func.insts[inst.index()];
            for target in inst.exit.iter().chain(&inst.targets) {
                for (at, value) in target.args.iter().enumerate() {
                    args[target.block.index()][at].push(resolve(replaced, *value));
                }
            }
        }
    }
    let mut found = Vec::new();
    for (block, params) in args.into_iter().enumerate().skip(1) {
        for (at, values) in params.into_iter().enumerate() {
            let param = func.blocks[block].params[at];
            let mut others = values.iter().filter(|value| **value != param);
            if let Some(first) = others.next()
                && others.all(|value| value == first)
            {
                found.push((Block(block as u32), at, values));
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
