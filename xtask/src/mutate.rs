//! Planted faults of lowering: does tests/php/order notice each of them?
//!
//! A mutation ([`crate::mutations`]) rewrites a program's PIR to what a faulty lowering would have made; the compiler then goes
//! on from that. It is caught when some program prints something else than PHP does.

use crate::mutations::{MUTATIONS, Mutation};
use crate::order::{self, first_difference};
use crate::tools::{Scratch, build_phpc, capture, side_by_side, split_flags};
use phpc_ir::pir::{Unit, parse, verify};
use std::path::{Path, PathBuf};
use std::process::Command;

pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let (_, names) = split_flags(args, &[])?;
    let phpc = build_phpc()?;
    let scratch = Scratch::new()?;
    let wanted = |mutation: &&Mutation| names.is_empty() || names.contains(&mutation.name);
    let mut missed = 0;
    for mutation in MUTATIONS.iter().filter(wanted) {
        match catch(&phpc, &scratch, mutation)? {
            Some((count, example)) => println!("caught  {} (rule {}) by {count}: {example}", mutation.name, mutation.rule),
            None => {
                println!("MISSED  {} (rule {})", mutation.name, mutation.rule);
                missed += 1;
            }
        }
    }
    if missed == 0 { Ok(()) } else { Err(format!("{missed} mutations were not noticed")) }
}

/// How many programs on the mutation's rule notice it, and the first one's difference.
fn catch(phpc: &Path, scratch: &Scratch, mutation: &Mutation) -> Result<Option<(usize, String)>, String> {
    let programs: Vec<PathBuf> = order::programs().into_iter().filter(|program| names_rule(program, mutation.rule)).collect();
    let results = side_by_side(&programs, |program| difference(phpc, scratch, mutation, program));
    let results: Vec<Option<String>> = results.into_iter().collect::<Result<_, String>>()?;
    let found: Vec<String> = results.into_iter().flatten().collect();
    Ok(found.first().map(|first| (found.len(), first.clone())))
}

fn names_rule(program: &Path, rule: &str) -> bool {
    let source = std::fs::read(program).unwrap_or_default();
    String::from_utf8_lossy(&source).lines().filter_map(|line| line.split("// rule: ").nth(1)).any(|rules| {
        rules.split([',', ' ']).any(|named| named == rule)
    })
}

/// None: the mutation has nothing to change in this program, or nothing shows.
fn difference(phpc: &Path, scratch: &Scratch, mutation: &Mutation, program: &Path) -> Result<Option<String>, String> {
    let name = program.file_stem().expect("a program has a name").to_string_lossy().into_owned();
    let Some(plain) = pir(phpc, program)? else { return Ok(None) };
    let Some(mutated) = (mutation.rewrite)(plain.clone()) else { return Ok(None) };
    let unit = parse::parse(&mutated).map_err(|error| format!("{name}: {error:?}"))?;
    if unit == plain || !verify::verify(&unit).is_empty() {
        return Ok(None);
    }
    let file = scratch.file(&format!("{name}.pir"));
    std::fs::write(&file, mutated).map_err(|error| format!("{name}: {error}"))?;
    let out = scratch.file(&format!("{name}.{}", mutation.name));
    let built = capture(Command::new(phpc).arg("-o").arg(&out).arg(&file))?;
    let ran = if built.status == 0 { capture(&mut Command::new(&out))? } else { built };
    let _ = std::fs::remove_file(&out);
    let folder = file.parent().expect("a file lies in a folder").to_string_lossy().into_owned() + "/";
    let expected = std::fs::read(program.with_extension("out")).map_err(|error| format!("{name}: .out: {error}"))?;
    let difference = first_difference(&expected, &order::replace(&ran.output, folder.as_bytes()));
    Ok(difference.map(|difference| format!("{name}: {difference}")))
}

/// None: the program does not compile.
fn pir(phpc: &Path, program: &Path) -> Result<Option<Unit>, String> {
    let printed = capture(Command::new(phpc).arg("--emit=pir").arg(program))?;
    let text = String::from_utf8_lossy(&printed.output).into_owned();
    if printed.status != 0 {
        return Ok(None);
    }
    Ok(Some(parse::parse(&text).map_err(|error| format!("{}: {error:?}", program.display()))?))
}
