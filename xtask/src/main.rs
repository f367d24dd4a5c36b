//! The project's own tools: `cargo xtask NAME`.

mod primitives;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Name, arguments and purpose, function.
type Task = (&'static str, &'static str, fn(&[String]) -> Result<(), String>);

const TASKS: &[Task] =
    &[("primitives", "writes boot/primitives.txt and the operations of docs/pir.md", primitives::run)];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let name = args.first().map_or("", String::as_str);
    let Some((_, _, run)) = TASKS.iter().find(|(task, _, _)| *task == name) else {
        eprintln!("cargo xtask NAME, where NAME is one of");
        TASKS.iter().for_each(|(name, purpose, _)| eprintln!("  {name:<12}{purpose}"));
        return ExitCode::from(2);
    };
    match run(&args[1..]) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask {name}: {message}");
            ExitCode::FAILURE
        }
    }
}

/// The project's root folder.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the root").to_path_buf()
}
