//! Each source file opens with a sentence on what it is for, and stays readable in one sitting.

use crate::tools::root;
use std::fs;
use std::path::{Path, PathBuf};

/// Generated tables and lists may be longer.
const LONGEST: usize = 1500;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() && name != "target" && !name.to_string_lossy().starts_with('.') {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn files_say_what_they_are_for() {
    let mut files = Vec::new();
    sources(&root(), &mut files);
    files.sort();
    let mut wrong = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("sources are readable");
        let name = file.strip_prefix(root()).expect("found under the root").display().to_string();
        if !text.starts_with("//! ") {
            wrong.push(format!("{name}: does not open with `//! ` and its purpose"));
        }
        let lines = text.lines().count();
        if lines > LONGEST {
            wrong.push(format!("{name}: {lines} lines"));
        }
        wrong.extend(unreasoned_unsafe(&name, &text));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Unsafe blocks without a `SAFETY:` comment shortly before them. (The macros hold them as text of what they generate.)
fn unreasoned_unsafe(name: &str, text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let reasoned = |at: usize| lines[at.saturating_sub(8)..=at].iter().any(|line| line.contains("SAFETY") || line.contains("# Safety"));
    let code = |line: &str| !line.trim_start().starts_with("//") && line.contains("unsafe {");
    let bad = |at: &usize| code(lines[*at]) && !reasoned(*at) && !name.starts_with("xtask/") && !name.starts_with("runtime/macros/");
    (0..lines.len()).filter(bad).map(|at| format!("{name}:{}: unsafe without SAFETY", at + 1)).collect()
}
