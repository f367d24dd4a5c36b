//! Conditions that arrive at a branch from several ways: each way goes straight to where its condition leads.
//!
//! ```text
//! block1: jump block3(v1)          ; v1 = iconst 1         block1: jump block4
//! block2: jump block3(v2)          ; v2 = icmp …      =>   block2: brif v2, block4, block5
//! block3(v3): brif v3, block4, block5
//! ```
//!
//! Whole conditions are lowered one operation after the other and meet in a word; Cranelift does not take these words away.

use cranelift_codegen::entity::{EntitySet, SecondaryMap};
use cranelift_codegen::ir::{Block, BlockArg, BlockCall, Function, Inst, InstructionData, Opcode, Value};

/// Forks behind forks that a way goes past.
const MOST: usize = 8;

/// Of each block.
type Forks = SecondaryMap<Block, Option<Fork>>;

/// A block that does nothing but branch on its one parameter.
#[derive(Clone)]
struct Fork {
    /// The parameter and what else is computed here.
    words: Vec<Value>,
    /// Where a way goes on which the parameter is not 0, and where the others go.
    ways: [BlockCall; 2],
}

pub(crate) fn run(func: &mut Function) {
    let blocks: Vec<Block> = func.layout.blocks().collect();
    let mut forks = Forks::new();
    let mut found = Vec::new();
    for &block in &blocks {
        if let Some(fork) = fork(func, block) {
            forks[block] = Some(fork);
            found.push(block);
        }
    }
    if found.is_empty() {
        return;
    }
    leave_used(func, &blocks, &found, &mut forks);
    for &block in &blocks {
        let Some(last) = func.layout.last_inst(block) else { continue };
        for _ in 0..MOST {
            if !redirect(func, &forks, block, last) {
                break;
            }
        }
    }
    remove_unreached(func, &blocks, &found, &forks);
}

fn fork(func: &Function, block: Block) -> Option<Fork> {
    let &[param] = func.dfg.block_params(block) else { return None };
    let last = func.layout.last_inst(block)?;
    let InstructionData::Brif { arg, blocks, .. } = func.dfg.insts[last] else { return None };
    let words: Vec<Value> = func.layout.block_insts(block).flat_map(|inst| func.dfg.inst_results(inst)).copied().collect();
    let mut ways = blocks;
    match words[..] {
        [] if arg == param => {}
        [one, opposite] if arg == opposite && is_opposite(func, opposite, [param, one]) => ways.reverse(),
        _ => return None,
    }
    let words = [&[param], &words[..]].concat();
    let pool = &func.dfg.value_lists;
    let is_own = |way: &BlockCall| way.block(pool) == block || way.args(pool).any(|passed| words.contains(&of(passed)));
    (!ways.iter().any(is_own)).then_some(Fork { words, ways })
}

fn of(arg: BlockArg) -> Value {
    arg.as_value().expect("only calls that catch pass other things")
}

/// Is the value a word with its lowest bit turned over by a constant?
fn is_opposite(func: &Function, value: Value, operands: [Value; 2]) -> bool {
    let Some(inst) = func.dfg.value_def(value).inst() else { return false };
    match func.dfg.insts[inst] {
        InstructionData::Binary { opcode: Opcode::Bxor, args } => args == operands && known(func, args[1]) == Some(true),
        _ => false,
    }
}

/// The truth of a constant.
fn known(func: &Function, value: Value) -> Option<bool> {
    match func.dfg.insts[func.dfg.value_def(value).inst()?] {
        InstructionData::UnaryImm { opcode: Opcode::Iconst, imm } => Some(imm.bits() != 0),
        _ => None,
    }
}

/// Forks whose words are used elsewhere stay.
fn leave_used(func: &Function, blocks: &[Block], found: &[Block], forks: &mut Forks) {
    let mut words: SecondaryMap<Value, Option<Block>> = SecondaryMap::new();
    for &block in found {
        let fork = forks[block].as_ref().expect("it was found");
        fork.words.iter().for_each(|&word| words[word] = Some(block));
    }
    for &block in blocks {
        for inst in func.layout.block_insts(block) {
            for value in func.dfg.inst_values(inst) {
                if let Some(of) = words[value]
                    && of != block
                {
                    forks[of] = None;
                }
            }
        }
    }
}

/// The ways of a block's last instruction go past forks. True: another one may lie behind.
fn redirect(func: &mut Function, forks: &Forks, block: Block, last: Inst) -> bool {
    match func.dfg.insts[last] {
        InstructionData::Jump { destination, .. } => {
            let Some((fork, word)) = arrival(func, forks, block, &destination) else { return false };
            let [yes, no] = fork.ways.map(|way| way.deep_clone(&mut func.dfg.value_lists));
            func.dfg.insts[last] = match known(func, word) {
                Some(truth) => InstructionData::Jump { opcode: Opcode::Jump, destination: if truth { yes } else { no } },
                None => InstructionData::Brif { opcode: Opcode::Brif, arg: word, blocks: [yes, no] },
            };
            true
        }
        InstructionData::Brif { opcode, arg, blocks } => {
            let mut changed = false;
            let mut ways = blocks;
            for (way, taken) in ways.iter_mut().zip([true, false]) {
                let Some((fork, word)) = arrival(func, forks, block, way) else { continue };
                // The word may be what was branched on.
                let Some(truth) = known(func, word).or((word == arg).then_some(taken)) else { continue };
                changed = true;
                *way = fork.ways[if truth { 0 } else { 1 }].deep_clone(&mut func.dfg.value_lists);
            }
            func.dfg.insts[last] = InstructionData::Brif { opcode, arg, blocks: ways };
            changed
        }
        _ => false,
    }
}

/// The fork a way leads to from another block, and the word it brings.
fn arrival<'a>(func: &Function, forks: &'a Forks, from: Block, way: &BlockCall) -> Option<(&'a Fork, Value)> {
    let pool = &func.dfg.value_lists;
    let to = way.block(pool);
    let fork = forks[to].as_ref().filter(|_| to != from)?;
    Some((fork, of(way.args(pool).next()?)))
}

fn remove_unreached(func: &mut Function, blocks: &[Block], found: &[Block], forks: &Forks) {
    let mut reached = EntitySet::new();
    for &block in blocks {
        let Some(last) = func.layout.last_inst(block) else { continue };
        for way in func.dfg.insts[last].branch_destination(&func.dfg.jump_tables, &func.dfg.exception_tables) {
            reached.insert(way.block(&func.dfg.value_lists));
        }
    }
    for &block in found {
        if forks[block].is_some() && !reached.contains(block) && func.layout.entry_block() != Some(block) {
            while let Some(inst) = func.layout.last_inst(block) {
                func.layout.remove_inst(inst);
            }
            func.layout.remove_block(block);
        }
    }
}
