//! What every function in SSA form must hold: definitions dominate uses, edges give what blocks take, values fit.

use super::cfg::Cfg;
use super::*;

/// The first thing wrong with the function.
pub fn verify(func: &Func) -> Result<(), String> {
    let cfg = Cfg::new(func);
    let placed = places(func)?;
    for &block in &cfg.order {
        let insts = &func.blocks[block.index()].insts;
        let last = insts.last().ok_or_else(|| format!("b{} is empty", block.0))?;
        if !func.inst(*last).op.is_terminator() {
            return Err(format!("b{} does not end", block.0));
        }
        for (n, param) in func.blocks[block.index()].params.iter().enumerate() {
            if func.values[param.index()].def != ValueDef::Param(block, n as u32) {
                return Err(format!("v{} does not know that it is parameter {n} of b{}", param.0, block.0));
            }
        }
        for (at, &inst) in insts.iter().enumerate() {
            let data = func.inst(inst);
            let name = data.op.info().name;
            if at + 1 < insts.len() && data.op.is_terminator() {
                return Err(format!("{name} in the middle of b{}", block.0));
            }
            // On the exit the results are there too (a base given back).
            let exit = data.exit.iter().flat_map(|exit| &exit.args);
            for (value, own) in data.args.iter().map(|value| (*value, false)).chain(exit.map(|value| (*value, true))) {
                available(func, &cfg, &placed, value, block, if own { at + 1 } else { at })
                    .map_err(|wrong| format!("{name} in b{}: {wrong}", block.0))?;
            }
            for value in data.targets.iter().flat_map(|target| &target.args) {
                available(func, &cfg, &placed, *value, block, at).map_err(|wrong| format!("{name} in b{}: {wrong}", block.0))?;
            }
            for edge in data.edges() {
                edge_fits(func, edge).map_err(|wrong| format!("{name} in b{}: {wrong}", block.0))?;
            }
        }
    }
    Ok(())
}

/// For each instruction its block and place in it.
fn places(func: &Func) -> Result<Vec<Option<(Block, usize)>>, String> {
    let mut placed = vec![None; func.insts.len()];
    for (block, data) in func.blocks.iter().enumerate() {
        for (at, inst) in data.insts.iter().enumerate() {
            if placed[inst.index()].replace((Block(block as u32), at)).is_some() {
                return Err(format!("{} is in two places", func.inst(*inst).op.info().name));
            }
        }
    }
    Ok(placed)
}

/// Is the value defined before instruction `at` of the block?
fn available(
    func: &Func, cfg: &Cfg, placed: &[Option<(Block, usize)>], value: Value, block: Block, at: usize,
) -> Result<(), String> {
    let missing = || format!("v{} is not defined there", value.0);
    match func.values[value.index()].def {
        ValueDef::Param(home, n) => {
            if func.blocks[home.index()].params.get(n as usize) != Some(&value) || !cfg.dominates(home, block) {
                return Err(missing());
            }
        }
        ValueDef::Result(inst, n) => {
            let Some((home, place)) = placed[inst.index()] else { return Err(missing()) };
            let before = if home == block { place < at } else { cfg.dominates(home, block) };
            if func.inst(inst).results.get(n as usize) != Some(&value) || !before {
                return Err(missing());
            }
        }
    }
    Ok(())
}

fn edge_fits(func: &Func, edge: &Target) -> Result<(), String> {
    let params = &func.blocks[edge.block.index()].params;
    if params.len() != edge.args.len() {
        return Err(format!("b{} takes {} values, not {}", edge.block.0, params.len(), edge.args.len()));
    }
    for (param, arg) in params.iter().zip(&edge.args) {
        let (wanted, given) = (func.values[param.index()].ty.repr(), func.values[arg.index()].ty.repr());
        let bare = |repr: Repr| !matches!(repr, Repr::Pair | Repr::Nothing);
        if bare(wanted) && bare(given) && wanted != given {
            return Err(format!("v{} does not travel as v{} of b{} does", arg.0, param.0, edge.block.0));
        }
    }
    Ok(())
}
