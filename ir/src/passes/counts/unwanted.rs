//! Results that are only released where ways meet: each way releases its own, and where that was retained for it, nothing is
//! left.
//!
//! ```text
//! retain v1 ; jump -> b3(v1)          jump -> b3()
//! …                                   …
//! jump -> b3(v2)                  =>  release v2 ; jump -> b3()
//! b3(v4): release v4                  b3():
//! ```
//!
//! Requires nothing. Keeps the graph.

use crate::ssa::*;

/// Ways that get a release of their own.
const MOST: usize = 4;

/// True: something changed.
pub(super) fn run(func: &mut Func) -> bool {
    let mut changed = false;
    let mut uses = vec![0u32; func.values.len()];
    for inst in func.blocks.iter().flat_map(|block| &block.insts) {
        for value in func.inst(*inst).uses() {
            uses[value.index()] += 1;
        }
    }
    let mut incoming = None;
    for n in 1..func.blocks.len() {
        while let Some(number) = released_param(func, n, &uses) {
            let incoming = incoming.get_or_insert_with(|| func.incoming_edges());
            if !move_release(func, n, number, &incoming[n]) {
                break;
            }
            changed = true;
        }
    }
    changed
}

/// The block begins with the release of a parameter that nothing else uses.
fn released_param(func: &Func, block: usize, uses: &[u32]) -> Option<usize> {
    let first = func.inst(*func.blocks[block].insts.first()?);
    let released = (first.op == Op::release).then(|| first.args[0])?;
    // Where it may throw to may know the block's other parameters.
    let alone = first.exit.is_none() || func.blocks[block].params.len() == 1;
    let number = func.blocks[block].params.iter().position(|param| *param == released)?;
    (alone && uses[released.index()] == 1).then_some(number)
}

fn move_release(func: &mut Func, block: usize, number: usize, incoming: &[(Block, Inst, usize)]) -> bool {
    let is_jump = |&(_, inst, _): &(Block, Inst, usize)| func.inst(inst).op == Op::jump;
    if incoming.len() > MOST || !incoming.iter().all(is_jump) || !incoming.iter().any(|edge| retained_for(func, edge, number).is_some()) {
        return false;
    }
    let release = func.blocks[block].insts.remove(0);
    let release = func.inst(release).clone();
    func.blocks[block].params.remove(number);
    for (n, param) in func.blocks[block].params.clone().into_iter().enumerate() {
        func.values[param.index()].def = ValueDef::Param(Block(block as u32), n as u32);
    }
    for edge in incoming {
        let &(from, jump, _) = edge;
        let insts = func.blocks[from.index()].insts.len();
        match retained_for(func, edge, number) {
            Some(at) => _ = func.blocks[from.index()].insts.remove(at),
            None => {
                let arg = func.inst(jump).targets[0].args[number];
                if func.values[arg.index()].ty.is_counted() {
                    let own = func.new_inst(Op::release, vec![arg], Imm::None, release.pos);
                    func.insts[own.index()].exit.clone_from(&release.exit);
                    func.blocks[from.index()].insts.insert(insts - 1, own);
                }
            }
        }
        func.insts[jump.index()].targets[0].args.remove(number);
    }
    true
}

/// Where the argument was retained just for the jump.
fn retained_for(func: &Func, &(from, jump, _): &(Block, Inst, usize), number: usize) -> Option<usize> {
    let insts = &func.blocks[from.index()].insts;
    let at = insts.len().checked_sub(2)?;
    let before = func.inst(insts[at]);
    (before.op == Op::retain && before.args[0] == func.inst(jump).targets[0].args[number]).then_some(at)
}
