//! An int or a string that is compared with one constant after the other is looked up in a table.
//!
//! ```text
//! b0: v3 = binary eq v1, v2 ; branch v3 -> b5() -> b1()
//! b1(): v5 = binary eq v1, v4 ; branch v5 -> b6() -> b2()   =>   b0: switch [2, 4, …] v1 -> b5() -> b6() -> … -> b9()
//! b2(): …                     ; branch … -> b7() -> b9()
//! ```
//!
//! Requires types. Removes edges only.

use super::cleanup;
use crate::pir::{BinaryOp, ConstId};
use crate::program::Program;
use crate::ssa::*;
use phpc_abi::decl::Const;

/// Fewer comparisons stay.
const FEWEST: usize = 4;

/// Longer strings are compared as they are.
const LONGEST: usize = 64;

/// A constant compared with.
#[derive(Clone, Copy, PartialEq)]
enum Case {
    Int(i64),
    Text(UnitId, ConstId),
}

pub fn run(program: &Program, func: &mut Func) {
    let predecessors = func.incoming_counts();
    let mut changed = false;
    for block in 0..func.blocks.len() {
        let block = Block(block as u32);
        let Some(chain) = chain(program, func, &predecessors, block) else { continue };
        let last = func.blocks[block.index()].insts.pop().expect("it ends in a branch");
        for &link in &chain.links {
            let mut insts = std::mem::take(&mut func.blocks[link.index()].insts);
            insts.pop();
            func.blocks[block.index()].insts.extend(insts);
        }
        func.blocks[block.index()].insts.push(last);
        let mut targets = chain.targets;
        targets.push(chain.otherwise);
        let (op, imm) = table(&chain.cases);
        let data = &mut func.insts[last.index()];
        *data = InstData { op, args: vec![chain.subject], imm, targets, ..data.clone() };
        changed = true;
    }
    if changed {
        cleanup::remove_unreachable(func);
    }
}

/// Cases are of one kind.
fn table(cases: &[Case]) -> (Op, Imm) {
    let ints: Vec<i64> = cases.iter().filter_map(|case| if let Case::Int(int) = case { Some(*int) } else { None }).collect();
    if !ints.is_empty() {
        return (Op::switch, Imm::Cases(ints.into()));
    }
    let texts = cases.iter().filter_map(|case| if let &Case::Text(unit, id) = case { Some((unit, id)) } else { None });
    (Op::switch_text, Imm::Texts(texts.collect()))
}

struct Chain {
    subject: Value,
    cases: Vec<Case>,
    targets: Vec<Target>,
    otherwise: Target,
    /// The blocks after the first.
    links: Vec<Block>,
}

fn chain(program: &Program, func: &Func, predecessors: &[usize], first: Block) -> Option<Chain> {
    let (subject, case, yes, no) = comparison(program, func, first)?;
    let mut chain = Chain { subject, cases: vec![case], targets: vec![yes], otherwise: no, links: Vec::new() };
    loop {
        let next = chain.otherwise.block;
        let alone = predecessors[next.index()] == 1 && func.blocks[next.index()].params.is_empty() && next != first;
        if !alone || !func.blocks[next.index()].insts.iter().rev().skip(1).all(|inst| is_harmless(func.inst(*inst))) {
            break;
        }
        let Some((subject, case, yes, no)) = comparison(program, func, next) else { break };
        if subject != chain.subject || std::mem::discriminant(&case) != std::mem::discriminant(&chain.cases[0]) {
            break;
        }
        if !chain.cases.contains(&case) {
            chain.cases.push(case);
            chain.targets.push(yes);
        }
        chain.links.push(next);
        chain.otherwise = no;
    }
    (chain.cases.len() >= FEWEST).then_some(chain)
}

/// Constants and comparisons may stand earlier.
fn is_harmless(data: &InstData) -> bool {
    match (data.op, &data.imm) {
        (Op::int | Op::bool | Op::null | Op::undef | Op::string | Op::func_ptr | Op::null_ptr, _) => true,
        (Op::binary, Imm::Binary(BinaryOp::Equal | BinaryOp::Identical)) => data.exit.is_none(),
        _ => false,
    }
}

/// The block's branch on whether a value is a constant: the value, the constant, the ways.
fn comparison(program: &Program, func: &Func, block: Block) -> Option<(Value, Case, Target, Target)> {
    let branch = func.inst(*func.blocks[block.index()].insts.last()?);
    if branch.op != Op::branch || branch.exit.is_some() {
        return None;
    }
    let test = func.def(branch.args[0])?;
    let (is_exact, is_equality) = match (test.op, &test.imm) {
        (Op::binary, Imm::Binary(BinaryOp::Equal)) => (false, test.exit.is_none()),
        (Op::binary, Imm::Binary(BinaryOp::Identical)) => (true, test.exit.is_none()),
        (Op::int_compare, Imm::Compare(Compare::Equal)) => (true, true),
        _ => (false, false),
    };
    if !is_equality {
        return None;
    }
    let ints = test.args.iter().all(|arg| func.values[arg.index()].ty.tags() == Mask::INT);
    let constant = |value: Value| match func.def(value).map(|def| (def.op, &def.imm)) {
        Some((Op::int, &Imm::Int(constant))) if ints => Some(Case::Int(constant)),
        Some((Op::string, &Imm::Const(unit, id))) if is_exact => match &program.unit(unit).consts[id.index()] {
            Const::Str(text) if text.len() <= LONGEST => Some(Case::Text(unit, id)),
            _ => None,
        },
        _ => None,
    };
    let (subject, case) = match (constant(test.args[0]), constant(test.args[1])) {
        (None, Some(case)) => (test.args[0], case),
        (Some(case), None) => (test.args[1], case),
        _ => return None,
    };
    let [yes, no] = &branch.targets[..] else { return None };
    Some((subject, case, yes.clone(), no.clone()))
}
