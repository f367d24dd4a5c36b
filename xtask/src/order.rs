//! The programs of tests/php/order on the numbered rules of evaluation order, calls, lifetimes, ends, worlds and classes.
//!
//! Each names its rules in comments (`// rule: 1.5`) and stands beside what PHP prints (`.out`).

use crate::tools::{Scratch, build_phpc, capture, root, side_by_side, split_flags};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Appended by `--open`: nothing can be known about the whole program any more.
const UNREACHABLE_EVAL: &str = "\nif (isset($argv[99])) { eval($argv[99]); }\n";

pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let (flags, names) = split_flags(args, &["--run", "--open", "--strict", "--update"])?;
    let phpc = build_phpc()?;
    let scratch = Scratch::new()?;
    let wanted = |path: &PathBuf| names.is_empty() || names.iter().any(|name| path.to_string_lossy().contains(name));
    let programs: Vec<PathBuf> = programs().into_iter().filter(wanted).collect();
    let way = Way { phpc: &phpc, scratch: &scratch, run: flags.contains(&"--run"), open: flags.contains(&"--open") };
    let results = side_by_side(&programs, |program| check(&way, program));
    let failures: Vec<&String> = results.iter().filter_map(|result| result.as_ref().err()).collect();
    if flags.contains(&"--update") {
        let names: String = failures.iter().map(|failure| format!("{}\n", subject(failure))).collect();
        return fs::write(root().join(DIFFERS), names).map_err(|error| format!("{DIFFERS}: {error}"));
    }
    let known = if flags.contains(&"--strict") { Vec::new() } else { known() };
    let is_known = |failure: &&&String| known.iter().any(|name| name == subject(failure));
    let (old, new): (Vec<&&String>, Vec<&&String>) = failures.iter().partition(is_known);
    new.iter().for_each(|failure| println!("{failure}"));
    println!("order: {} programs of {DIFFERS} still differ", old.len());
    println!("{} passed, {} failed, 0 skipped", results.len() - failures.len(), new.len());
    if new.is_empty() { Ok(()) } else { Err(format!("{} programs differ", new.len())) }
}

/// Programs that differ from PHP today; the list may only shrink (`--update` writes it, `--strict` ignores it).
const DIFFERS: &str = "tests/php/order/differs.txt";

fn known() -> Vec<String> {
    fs::read_to_string(root().join(DIFFERS)).unwrap_or_default().lines().map(str::to_string).collect()
}

/// The program that a failure is about.
fn subject(failure: &str) -> &str {
    failure.split(':').next().unwrap_or(failure)
}

pub(crate) struct Way<'a> {
    pub(crate) phpc: &'a Path,
    pub(crate) scratch: &'a Scratch,
    pub(crate) run: bool,
    pub(crate) open: bool,
}

/// In order of their names.
pub(crate) fn programs() -> Vec<PathBuf> {
    programs_of("tests/php/order")
}

pub(crate) fn programs_of(folder: &str) -> Vec<PathBuf> {
    let folder = root().join(folder);
    let entries = fs::read_dir(&folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let mut programs: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|it| it == "php")).collect();
    programs.sort();
    programs
}

fn check(way: &Way, program: &Path) -> Result<(), String> {
    let name = program.file_stem().expect("a program has a name").to_string_lossy();
    let expected = fs::read(program.with_extension("out")).map_err(|error| format!("{name}: .out: {error}"))?;
    let found = execute(way, program, &name)?;
    match first_difference(&expected, &found) {
        None => Ok(()),
        Some(difference) => Err(format!("{name}: {difference}")),
    }
}

/// What the program prints, its folder's name left out.
pub(crate) fn execute(way: &Way, program: &Path, name: &str) -> Result<Vec<u8>, String> {
    let mut file = program.to_path_buf();
    if way.open {
        file = way.scratch.file(&format!("{name}.php"));
        let source = fs::read_to_string(program).map_err(|error| format!("{name}: {error}"))?;
        fs::write(&file, opened(&source)).map_err(|error| format!("{name}: {error}"))?;
    }
    let ran = if way.run {
        capture(Command::new(way.phpc).arg("run").arg(&file))?
    } else {
        let out = way.scratch.file(name);
        let built = capture(Command::new(way.phpc).arg("-o").arg(&out).arg(&file))?;
        if built.status == 0 { capture(&mut Command::new(&out))? } else { built }
    };
    let folder = file.parent().expect("a file lies in a folder").to_string_lossy().into_owned() + "/";
    let mut output = replace(&ran.output, folder.as_bytes());
    if ran.output.is_empty() && ran.status != 0 {
        output.extend_from_slice(&ran.errors);
    }
    if ran.status > 128 && ran.status != 255 {
        output.extend_from_slice(format!("\n[signal {}]", ran.status - 128).as_bytes());
    }
    Ok(output)
}

fn opened(source: &str) -> String {
    if source.contains("__halt_compiler") {
        return source.to_string();
    }
    let source = source.trim_end().trim_end_matches("?>");
    // No code may stand outside of namespaces with braces.
    match source.lines().any(|line| line.starts_with("namespace ") && line.contains('{')) {
        true => format!("{source}\nnamespace {{{UNREACHABLE_EVAL}}}\n"),
        false => format!("{source}{UNREACHABLE_EVAL}"),
    }
}

/// Leaves `folder` out wherever it stands.
pub(crate) fn replace(text: &[u8], folder: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.windows(folder.len()).position(|window| window == folder) {
        out.extend_from_slice(&rest[..at]);
        rest = &rest[at + folder.len()..];
    }
    out.extend_from_slice(rest);
    out
}

/// `line 3: expected …, found …`
pub(crate) fn first_difference(expected: &[u8], found: &[u8]) -> Option<String> {
    if expected == found {
        return None;
    }
    let mut expected_lines = expected.split(|&byte| byte == b'\n');
    let mut found_lines = found.split(|&byte| byte == b'\n');
    for number in 1.. {
        let (expected, found) = (expected_lines.next(), found_lines.next());
        if expected != found {
            let show = |line: Option<&[u8]>| line.map_or("the end".to_string(), |line| format!("\"{}\"", line.escape_ascii()));
            return Some(format!("line {number}: expected {}, found {}", show(expected), show(found)));
        }
    }
    unreachable!("different texts differ in a line")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    const RULES: &[(u32, u32)] = &[(1, 11), (2, 8), (3, 7), (4, 5), (5, 4), (6, 3)];

    #[test]
    fn every_rule_is_named_by_three_programs() {
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        for program in programs() {
            assert!(program.with_extension("out").is_file(), "{} has no .out", program.display());
            let source = fs::read(&program).expect("the program is readable");
            let source = String::from_utf8_lossy(&source);
            let named = source.lines().filter_map(|line| line.split("// rule: ").nth(1));
            let rules: Vec<&str> = named.flat_map(|rules| rules.split([',', ' '])).filter(|it| !it.is_empty()).collect();
            assert!(!rules.is_empty(), "{} names no rule", program.display());
            rules.iter().for_each(|rule| *counts.entry(rule.to_string()).or_default() += 1);
        }
        let all = RULES.iter().flat_map(|(chapter, last)| (1..=*last).map(move |rule| format!("{chapter}.{rule}")));
        let missing: Vec<String> = all.filter(|rule| counts.get(rule).copied().unwrap_or(0) < 3).collect();
        assert!(missing.is_empty(), "named by fewer than three programs: {missing:?}");
    }
}
