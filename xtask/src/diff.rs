//! Compares our output and exit status with those of `php84`.

use crate::order::first_difference;
use crate::tools::{Ran, Scratch, build_phpc, capture, side_by_side, split_flags};
use std::path::{Path, PathBuf};
use std::process::Command;

pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let (_, names) = split_flags(args, &[])?;
    let phpc = build_phpc()?;
    let scratch = Scratch::new()?;
    let mut files = Vec::new();
    names.iter().for_each(|name| collect(Path::new(name), &mut files));
    if files.is_empty() {
        return Err("no PHP files".to_string());
    }
    let results = side_by_side(&files, |file| compare(&phpc, &scratch, file));
    let mut different = 0;
    for (file, result) in files.iter().zip(results) {
        for difference in result? {
            println!("{}: {difference}", file.display());
            different += 1;
        }
    }
    println!("{} files, {different} differences", files.len());
    if different == 0 { Ok(()) } else { Err("they differ".to_string()) }
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    if !path.is_dir() {
        files.extend(std::path::absolute(path).ok());
        return;
    }
    let entries = std::fs::read_dir(path).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let mut entries: Vec<PathBuf> = entries.collect();
    entries.sort();
    for entry in entries {
        if entry.is_dir() || entry.extension().is_some_and(|extension| extension == "php") {
            collect(&entry, files);
        }
    }
}

/// What differs, through each way of running.
fn compare(phpc: &Path, scratch: &Scratch, file: &Path) -> Result<Vec<String>, String> {
    let expected = capture(Command::new("php84").arg(file))?;
    let ways = [("phpc -o", compiled(phpc, scratch, file)?), ("phpc run", capture(Command::new(phpc).arg("run").arg(file))?)];
    let differences = ways.iter().filter_map(|(way, found)| Some(format!("{way}: {}", difference(&expected, found)?)));
    Ok(differences.collect())
}

pub(crate) fn compiled(phpc: &Path, scratch: &Scratch, file: &Path) -> Result<Ran, String> {
    let flat = file.to_string_lossy().replace('/', "-");
    let out = scratch.file(&flat);
    let built = capture(Command::new(phpc).arg("-o").arg(&out).arg(file))?;
    if built.status != 0 {
        return Ok(built);
    }
    let ran = capture(&mut Command::new(&out));
    let _ = std::fs::remove_file(&out);
    ran
}

fn difference(expected: &Ran, found: &Ran) -> Option<String> {
    let errors = if found.status == 0 { String::new() } else { format!(" {}", String::from_utf8_lossy(&found.errors).trim_end()) };
    if let Some(difference) = first_difference(&expected.output, &found.output) {
        return Some(format!("{difference}{errors}"));
    }
    let same = expected.status == found.status;
    (!same).then(|| format!("exit status: expected {}, found {}{errors}", expected.status, found.status))
}
