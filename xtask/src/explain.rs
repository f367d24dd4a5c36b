//! One function on one page: source, PIR, SSA after each pass that changed it, CLIF, assembly.

use crate::tools::{build_phpc, capture, split_flags};
use std::path::Path;
use std::process::Command;

pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let (_, names) = split_flags(args, &[])?;
    let [function, file] = names[..] else { return Err("explain FUNCTION FILE".to_string()) };
    let phpc = build_phpc()?;
    let source = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    section("source", &source);
    section("pir", &emit(&phpc, file, &format!("pir:function={function}"))?);
    let passes = capture(Command::new(&phpc).arg("--list-passes"))?;
    let mut last = String::new();
    for pass in String::from_utf8_lossy(&passes.output).lines() {
        let text = emit(&phpc, file, &format!("ssa:after={pass}:function={function}"))?;
        if text != last {
            section(&format!("ssa after {pass}"), &text);
        }
        last = text;
    }
    section("clif", &emit(&phpc, file, &format!("clif:function={function}"))?);
    section("assembly", &emit(&phpc, file, &format!("asm:function={function}"))?);
    Ok(())
}

fn section(title: &str, text: &str) {
    println!("==== {title}\n{}\n", text.trim_end());
}

/// What phpc says instead, where a stage has no text.
fn emit(phpc: &Path, file: &str, what: &str) -> Result<String, String> {
    let ran = capture(Command::new(phpc).arg(format!("--emit={what}")).arg(file))?;
    let text = if ran.status == 0 { ran.output } else { ran.errors };
    Ok(String::from_utf8_lossy(&text).into_owned())
}
