//! What a fresh machine runs: building and an example; all tests; continuous integration.

use crate::tools::{Scratch, build_phpc, capture, cargo, root};
use crate::{absences, conform, limits, order};
use std::process::Command;

pub(crate) fn hello(_args: &[String]) -> Result<(), String> {
    let phpc = build_phpc()?;
    let scratch = Scratch::new()?;
    let out = scratch.file("hello");
    let built = capture(Command::new(&phpc).arg("-o").arg(&out).arg(root().join("examples/hello.php")))?;
    if built.status != 0 {
        return Err(format!("phpc: {}", String::from_utf8_lossy(&built.errors).trim_end()));
    }
    let ran = capture(&mut Command::new(&out))?;
    print!("{}", String::from_utf8_lossy(&ran.output));
    println!("{}", phpc.display());
    if ran.status == 0 { Ok(()) } else { Err(format!("the example ended with {}", ran.status)) }
}

pub(crate) fn test(_args: &[String]) -> Result<(), String> {
    cargo(&["test", "--workspace"])?;
    order::run(&[])?;
    limits::run(&[])?;
    absences::run(&[])
}

pub(crate) fn run(args: &[String]) -> Result<(), String> {
    test(args)?;
    conform::run(&[])
}
