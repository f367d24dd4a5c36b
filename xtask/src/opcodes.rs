//! How exact PIR is: the functions of programs beside the opcodes that PHP compiles them to (`shared/tools/zend-ops`).
//!
//! Compared are the locals and their order, and the operations that can be seen from outside (calls, arguments, assignments,
//! output, iteration, …): how often each occurs, and in which order they stand.

use crate::order;
use crate::tools::{build_phpc, capture, shared, side_by_side, split_flags};
use phpc_ir::pir::{Function, FunctionKind, Op, parse};
use std::path::{Path, PathBuf};
use std::process::Command;

pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let (_, names) = split_flags(args, &[])?;
    let phpc = build_phpc()?;
    let files: Vec<PathBuf> = if names.is_empty() { order::programs() } else { names.iter().map(PathBuf::from).collect() };
    let results = side_by_side(&files, |file| compare(&phpc, file));
    let mut totals = Comparison::default();
    for (file, result) in files.iter().zip(results) {
        let Some(found) = result? else { continue };
        found.notes.iter().for_each(|note| println!("{}: {note}", file.file_stem().unwrap_or_default().to_string_lossy()));
        totals.functions += found.functions;
        totals.locals += found.locals;
        totals.counts += found.counts;
        totals.order += found.order;
    }
    let Comparison { functions, locals, counts, order, .. } = totals;
    println!("{functions} functions: the same locals in the same order in {locals}, the same operations in {counts}, in the same order in {order}");
    Ok(())
}

#[derive(Default)]
struct Comparison {
    functions: usize,
    locals: usize,
    counts: usize,
    order: usize,
    notes: Vec<String>,
}

/// A function as both sides show it.
#[derive(Default)]
struct Shape {
    locals: Vec<String>,
    ops: Vec<&'static str>,
}

/// None: the program does not compile.
fn compare(phpc: &Path, file: &Path) -> Result<Option<Comparison>, String> {
    let ran = capture(Command::new(phpc).arg("--emit=pir").arg(file))?;
    if ran.status != 0 {
        return Ok(None);
    }
    let unit = parse::parse(&String::from_utf8_lossy(&ran.output)).map_err(|error| format!("{}: {error:?}", file.display()))?;
    let ours: Vec<Shape> = unit.functions.iter().filter(|function| has_opcodes(function)).map(of_pir).collect();
    let listing = capture(Command::new(shared("tools/zend-ops")).arg(file))?;
    let theirs = of_zend(&String::from_utf8_lossy(&listing.output));
    let mut found = Comparison::default();
    let mut left: Vec<Option<Shape>> = theirs.into_iter().map(Some).collect();
    for our in ours {
        found.functions += 1;
        // Both list functions in an order of their own: the one with the same operations is meant, or one with the same locals.
        let sorted = |ops: &[&'static str]| {
            let mut ops = ops.to_vec();
            ops.sort_unstable();
            ops
        };
        let key = sorted(&our.ops);
        let best = |want: &dyn Fn(&Shape) -> bool| left.iter().position(|shape| shape.as_ref().is_some_and(want));
        let at = best(&|shape| shape.ops == our.ops && shape.locals == our.locals)
            .or_else(|| best(&|shape| sorted(&shape.ops) == key && shape.locals == our.locals))
            .or_else(|| best(&|shape| shape.locals == our.locals));
        let Some(their) = at.and_then(|at| left[at].take()) else {
            found.notes.push(format!("no function with the locals {:?}", our.locals));
            continue;
        };
        found.locals += 1;
        found.counts += usize::from(sorted(&their.ops) == key);
        found.order += usize::from(their.ops == our.ops);
        if sorted(&their.ops) != key {
            found.notes.push(format!("PHP {:?}, PIR {:?}", their.ops, our.ops));
        }
    }
    Ok(Some(found))
}

/// Constant expressions are no functions in Zend.
fn has_opcodes(function: &Function) -> bool {
    function.decl.kind != FunctionKind::ConstExpr
}

fn of_pir(function: &Function) -> Shape {
    let mut shape = Shape::default();
    shape.locals = function.decl.locals.iter().map(|name| String::from_utf8_lossy(name).into_owned()).collect();
    for inst in function.blocks.iter().flat_map(|block| &block.insts) {
        shape.ops.extend(pir_words(&inst.op));
    }
    shape
}

/// A table of cases is a row of comparisons in Zend, with a jump table beside it.
fn pir_words(op: &Op) -> Vec<&'static str> {
    match op {
        Op::Switch { cases, .. } | Op::MatchSwitch { cases, .. } => vec!["binary"; cases.len()],
        op => pir_word(op).into_iter().collect(),
    }
}

fn pir_word(op: &Op) -> Option<&'static str> {
    Some(match op {
        Op::Echo { .. } => "echo",
        Op::CallBegin { .. } => "begin",
        Op::CallEnd { .. } | Op::CallClosure { .. } => "end",
        Op::ArgVal { .. } | Op::ArgAuto { .. } | Op::ArgResult { .. } | Op::ArgExpr { .. } | Op::ArgSpread { .. }
        | Op::ArgUser { .. } | Op::ArgArray { .. } => "arg",
        Op::Assign { .. } => "assign",
        Op::AssignOp { .. } => "assign_op",
        Op::IncDec { .. } => "step",
        Op::AssignRef { .. } | Op::AssignRefCall { .. } => "assign_ref",
        Op::Throw { .. } => "throw",
        Op::IterInit { .. } | Op::IterInitRef { .. } => "iterate",
        Op::IterNext { .. } => "next",
        Op::Yield { .. } | Op::YieldRef { .. } | Op::YieldRefCall { .. } => "yield",
        Op::YieldFrom { .. } => "yield_from",
        Op::FinallyCall { .. } => "finally",
        Op::Include { .. } => "include",
        Op::Clone { .. } => "clone",
        Op::Cast { .. } => "cast",
        Op::InstanceOf { .. } => "instanceof",
        Op::Unset { .. } => "unset",
        Op::RopeEnd { .. } => "rope",
        Op::Binary { .. } | Op::Case { .. } => "binary",
        _ => return None,
    })
}

/// Opcodes by the start of their names.
const OPCODES: &[(&str, &str)] = &[
    ("ECHO", "echo"), ("INIT_ARRAY", ""), ("INIT_", "begin"), ("NEW", "begin"), ("DO_", "end"), ("CALLABLE_CONVERT", "end"),
    ("SEND_", "arg"), ("ASSIGN_DIM_OP", "assign_op"), ("ASSIGN_OBJ_OP", "assign_op"), ("ASSIGN_STATIC_PROP_OP", "assign_op"),
    ("ASSIGN_OP", "assign_op"), ("ASSIGN_OBJ_REF", "assign_ref"), ("ASSIGN_STATIC_PROP_REF", "assign_ref"),
    ("ASSIGN_REF", "assign_ref"), ("ASSIGN", "assign"), ("PRE_", "step"), ("POST_", "step"), ("THROW", "throw"),
    ("FE_RESET", "iterate"), ("FE_FETCH", "next"), ("YIELD_FROM", "yield_from"), ("YIELD", "yield"), ("FAST_CALL", "finally"), ("FAST_CONCAT", "binary"), ("BOOL ", "cast"), ("CASE", "binary"),
    ("INCLUDE_OR_EVAL", "include"), ("CLONE", "clone"), ("CAST", "cast"), ("INSTANCEOF", "instanceof"), ("UNSET_", "unset"),
    ("ROPE_END", "rope"), ("ADD_ARRAY", ""), ("ADD", "binary"), ("SUB", "binary"), ("MUL", "binary"), ("DIV", "binary"),
    ("MOD", "binary"), ("POW", "binary"), ("CONCAT", "binary"), ("SL ", "binary"), ("SR ", "binary"), ("BW_NOT", ""),
    ("BW_", "binary"), ("IS_", "binary"), ("SPACESHIP", "binary"), ("BOOL_XOR", "binary"),
];

fn of_zend(listing: &str) -> Vec<Shape> {
    let mut found: Vec<Shape> = Vec::new();
    let mut in_text = false;
    for line in listing.lines() {
        let numbered = line.len() > 5 && line.as_bytes()[..4].iter().all(u8::is_ascii_digit) && line.as_bytes()[4] == b' ';
        if line.contains("(lines=") {
            found.push(Shape::default());
        }
        let Some(shape) = found.last_mut() else { continue };
        if line.starts_with("LIVE RANGES") || line.starts_with("EXCEPTION TABLE") {
            in_text = true;
        }
        if line.is_empty() {
            in_text = false;
        }
        note_locals(line, &mut shape.locals);
        if !numbered || in_text {
            continue;
        }
        let text = &line[5..];
        let text = text.split_once(" = ").filter(|(result, _)| result.len() <= 24 && !result.contains(' ')).map_or(text, |(_, op)| op);
        if let Some((_, word)) = OPCODES.iter().find(|(start, _)| text.starts_with(start))
            && !word.is_empty()
        {
            shape.ops.push(word);
        }
    }
    found
}

/// `CV3($name)`: number and name.
fn note_locals(line: &str, locals: &mut Vec<String>) {
    for (at, _) in line.match_indices("CV") {
        let digits: String = line[at + 2..].chars().take_while(char::is_ascii_digit).collect();
        let Ok(number) = digits.parse::<usize>() else { continue };
        let Some(rest) = line[at + 2 + digits.len()..].strip_prefix("($") else { continue };
        let name: String = rest.chars().take_while(|it| *it != ')').collect();
        if locals.len() <= number {
            locals.resize(number + 1, String::new());
        }
        locals[number] = name;
    }
}
