//! PHP's own tests. The committed list of those that pass may only grow.

use crate::tools::{Scratch, build_phpc, root, shared, split_flags};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

const LIST: &str = "tests/conformance/passing.txt";
/// What `--update` runs.
const FOLDERS: &[&str] = &["Zend/tests", "tests"];

pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let (flags, names) = split_flags(args, &["--update"])?;
    let update = flags.contains(&"--update");
    let phpt = shared("tools/phpt");
    if !phpt.is_file() {
        println!("conform: {} is not there", phpt.display());
        println!("0 passed, 0 failed, 1 skipped");
        return Ok(());
    }
    let phpc = build_phpc()?;
    let scratch = Scratch::new()?;
    let results = scratch.file("results.tsv");
    let known = listed()?;
    let mut command = Command::new(phpt);
    command.arg("--compile").arg(format!("{} -o {{out}} {{file}}", phpc.display()));
    command.args(["--compile-output", "--ini-env", "PHPC_INI", "--results"]).arg(&results);
    match (names.is_empty(), update) {
        (false, _) => command.args(&names),
        (true, true) => command.args(FOLDERS),
        (true, false) if known.is_empty() => {
            println!("0 passed, 0 failed, 0 skipped");
            return Ok(());
        }
        (true, false) => command.arg("--from").arg(root().join(LIST)),
    };
    // Its status says whether all tests passed, which is not the question.
    command.status().map_err(|error| format!("phpt: {error}"))?;
    judge(&known, &results, update)
}

pub(crate) fn listed() -> Result<BTreeSet<String>, String> {
    let text = fs::read_to_string(root().join(LIST)).map_err(|error| format!("{LIST}: {error}"))?;
    Ok(text.lines().map(str::to_string).collect())
}

fn judge(known: &BTreeSet<String>, results: &Path, update: bool) -> Result<(), String> {
    let text = fs::read_to_string(results).map_err(|error| format!("{}: {error}", results.display()))?;
    let rows: Vec<(&str, &str)> = text.lines().filter_map(row).collect();
    let passed = |status: &str| status == "pass";
    let passing: BTreeSet<String> = rows.iter().filter(|(_, status)| passed(status)).map(|(test, _)| test.to_string()).collect();
    let lost: Vec<&str> = rows.iter().filter(|(test, status)| !passed(status) && known.contains(*test)).map(|(test, _)| *test).collect();
    lost.iter().for_each(|test| println!("LOST {test}"));
    if update {
        let grown: BTreeSet<&String> = known.union(&passing).collect();
        let lines: String = grown.iter().map(|test| format!("{test}\n")).collect();
        fs::write(root().join(LIST), lines).map_err(|error| format!("{LIST}: {error}"))?;
        println!("{LIST}: {} tests, {} new", grown.len(), grown.len() - known.len());
    }
    println!("{} passed, {} failed, 0 skipped", passing.len(), lost.len());
    if lost.is_empty() { Ok(()) } else { Err(format!("{} tests that passed do not pass any more", lost.len())) }
}

/// Path and status of a line of the results file.
fn row(line: &str) -> Option<(&str, &str)> {
    let mut parts = line.split('\t');
    let test = parts.next().filter(|test| !test.starts_with('#'))?;
    Some((test, parts.next()?))
}
