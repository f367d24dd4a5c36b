//! What must not appear in hot code: the programs of tests/codegen say so in comments.
//!
//! `// absent in loops of NAME: ssa WORD …` or `clif WORD …`: none of these operations stands in a block of a loop (or, with
//! `absent in NAME`, in any block) of the function after all passes; cold blocks apart. A word may end in `*`.

use crate::tools::{build_phpc, capture, root, side_by_side, split_flags};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let (_, names) = split_flags(args, &[])?;
    let phpc = build_phpc()?;
    let folder = root().join("tests/codegen");
    let entries = std::fs::read_dir(&folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let wanted = |path: &PathBuf| names.is_empty() || names.iter().any(|name| path.to_string_lossy().contains(name));
    let mut programs: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|it| it == "php")).filter(wanted).collect();
    programs.sort();
    let results = side_by_side(&programs, |program| check(&phpc, program));
    let (mut held, mut broken) = (0, 0);
    for (program, result) in programs.iter().zip(results) {
        let (absent, present) = result.map_err(|error| format!("{}: {error}", program.display()))?;
        held += absent;
        broken += present.len();
        present.iter().for_each(|line| println!("{}: {line}", program.file_name().unwrap_or_default().to_string_lossy()));
    }
    println!("{held} passed, {broken} failed, 0 skipped (absences)");
    if broken == 0 { Ok(()) } else { Err(format!("{broken} operations are where they must not be")) }
}

/// A line of comments in a program.
struct Claim<'a> {
    function: &'a str,
    loops_only: bool,
    stage: &'a str,
    words: Vec<&'a str>,
}

fn claims(source: &str) -> Result<Vec<Claim<'_>>, String> {
    let mut found = Vec::new();
    for text in source.lines().filter_map(|line| line.trim().strip_prefix("// absent in ")) {
        let (place, what) = text.split_once(": ").ok_or_else(|| format!("no ': ' in \"{text}\""))?;
        let function = place.strip_prefix("loops of ");
        let mut words = what.split_whitespace();
        let stage = words.next().filter(|stage| matches!(*stage, "ssa" | "clif")).ok_or_else(|| format!("\"{text}\" names no stage"))?;
        found.push(Claim { function: function.unwrap_or(place), loops_only: function.is_some(), stage, words: words.collect() });
    }
    if found.is_empty() { Err("it claims nothing".to_string()) } else { Ok(found) }
}

/// How many words are absent, and lines about those that are not.
fn check(phpc: &Path, program: &Path) -> Result<(usize, Vec<String>), String> {
    let source = std::fs::read_to_string(program).map_err(|error| error.to_string())?;
    let (mut absent, mut present) = (0, Vec::new());
    for claim in claims(&source)? {
        let emit = format!("--emit={}:function={}", claim.stage, claim.function);
        let ran = capture(Command::new(phpc).arg(emit).arg(program))?;
        if ran.status != 0 {
            return Err(String::from_utf8_lossy(&ran.errors).trim_end().to_string());
        }
        let text = String::from_utf8_lossy(&ran.output).into_owned();
        let blocks = hot_blocks(&text, claim.loops_only);
        if blocks.is_empty() {
            return Err(format!("{} has no {}", claim.function, if claim.loops_only { "loop" } else { "code" }));
        }
        for word in claim.words {
            let hit = blocks.iter().flat_map(|block| &block.insts).find(|(op, _)| is_named(op, word));
            match hit {
                Some((_, line)) => present.push(format!("{} of {}: {word}: {line}", claim.stage, claim.function)),
                None => absent += 1,
            }
        }
    }
    Ok((absent, present))
}

fn is_named(op: &str, word: &str) -> bool {
    word.strip_suffix('*').map_or(op == word, |start| op.starts_with(start))
}

#[derive(Default)]
struct Block {
    cold: bool,
    /// Name of the operation and its line of text.
    insts: Vec<(String, String)>,
    /// Where its end leads.
    successors: Vec<u32>,
}

/// The blocks of the printed functions that are not cold; those in cycles only, if so wanted.
fn hot_blocks(text: &str, loops_only: bool) -> Vec<Block> {
    let mut found = Vec::new();
    for function in text.split_inclusive("\n}\n") {
        // Generic entries only bind arguments.
        if function.lines().any(|line| line.starts_with("; ") && line.contains("(entry)")) {
            continue;
        }
        let mut blocks = parse(function);
        blocks.retain(|_, block| !block.cold);
        let in_cycle: BTreeSet<u32> = blocks.keys().copied().filter(|&block| !loops_only || is_in_cycle(&blocks, block)).collect();
        found.extend(blocks.into_iter().filter(|(number, _)| in_cycle.contains(number)).map(|(_, block)| block));
    }
    found
}

fn is_in_cycle(blocks: &BTreeMap<u32, Block>, start: u32) -> bool {
    let mut seen = BTreeSet::new();
    let mut work = vec![start];
    while let Some(next) = work.pop() {
        for &successor in blocks.get(&next).map_or(&[][..], |block| &block.successors) {
            if successor == start {
                return true;
            }
            if seen.insert(successor) {
                work.push(successor);
            }
        }
    }
    false
}

fn parse(function: &str) -> BTreeMap<u32, Block> {
    let mut blocks: BTreeMap<u32, Block> = BTreeMap::new();
    let mut current = 0;
    for line in function.lines() {
        if let Some(number) = header(line) {
            current = number;
            blocks.entry(number).or_default().cold = line.contains(" cold");
            continue;
        }
        let Some(block) = blocks.get_mut(&current) else { continue };
        let Some(op) = operation(line) else { continue };
        let leads = line.contains(" -> b") || matches!(&*op, "jump" | "brif" | "br_table");
        if leads {
            let end = line.split(" exit b").next().unwrap_or(line);
            block.successors = numbers(end);
        }
        block.insts.push((op, line.trim().to_string()));
    }
    blocks
}

/// `b3(…):` of SSA, `block3(…) cold:` of CLIF.
fn header(line: &str) -> Option<u32> {
    let line = line.trim();
    let rest = line.strip_prefix("block").or_else(|| line.strip_prefix('b'))?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    (line.ends_with(':') || line.ends_with(": cold")).then(|| digits.parse().ok()).flatten()
}

/// The name of the operation in a line: what stands behind positions and results, without a type.
fn operation(line: &str) -> Option<String> {
    let mut text = line.trim();
    if let Some(rest) = text.strip_prefix('@') {
        text = rest.split_once(' ')?.1.trim();
    }
    let defines = text.starts_with('v') && text[1..].starts_with(|first: char| first.is_ascii_digit());
    if defines {
        text = text.split_once(" = ")?.1;
    }
    let name: String = text.chars().take_while(|it| it.is_ascii_alphanumeric() || *it == '_').collect();
    (!name.is_empty()).then_some(name)
}

/// The numbers of blocks that a terminator names.
fn numbers(line: &str) -> Vec<u32> {
    let mut found = Vec::new();
    for (at, _) in line.match_indices('b') {
        let rest = line[at..].strip_prefix("block").or_else(|| line[at..].strip_prefix('b')).unwrap_or("");
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let starts = at == 0 || !line.as_bytes()[at - 1].is_ascii_alphanumeric();
        if starts && let Ok(number) = digits.parse() {
            found.push(number);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const SSA: &str = "func u0f1 \"f\" () () -> int {\nb0():\n  v1: int = int 0 ; 1\n  jump -> b1(v1) ; 1\nb1(v2: int):\n  \
        v3: bool = int_compare less v2, v1 ; 2\n  branch v3 -> b2() -> b3() ; 2\nb2():\n  v4: any = prim step v2 exit b4() ; 3\n  \
        jump -> b1(v4) ; 3\nb3():\n  release v2 ; 4\n  ret v2 ; 4\nb4(): cold\n  jump -> b1(v2) ; 4\n}\n";
    const CLIF: &str = "function u0:1(i64) fast {\nblock0(v0: i64):\n    jump block1(v0)\n\nblock1(v1: i64):\n@0002  v2 = load.i64 \
        v1\n    brif v2, block1(v2), block2\n\nblock2 cold:\n    call fn0(v1)\n    return\n}\n";

    fn ops(text: &str, loops_only: bool) -> Vec<String> {
        hot_blocks(text, loops_only).into_iter().flat_map(|block| block.insts).map(|(op, _)| op).collect()
    }

    #[test]
    fn loops_of_ssa_and_clif() {
        assert_eq!(ops(SSA, true), ["int_compare", "branch", "prim", "jump"]);
        assert_eq!(ops(SSA, false), ["int", "jump", "int_compare", "branch", "prim", "jump", "release", "ret"]);
        assert_eq!(ops(CLIF, true), ["load", "brif"]);
        assert_eq!(ops(CLIF, false), ["jump", "load", "brif"]);
    }

    #[test]
    fn claims_are_read() {
        let found = claims("<?php\n// absent in loops of f: ssa retain prim*\n").expect("a claim");
        assert_eq!((found[0].function, found[0].loops_only, found[0].stage, found[0].words.len()), ("f", true, "ssa", 2));
        assert!(is_named("prim_void", "prim*") && !is_named("prim_void", "prim"));
    }
}
