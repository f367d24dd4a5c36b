//! The project's own tools: `cargo xtask NAME`.

mod absences;
mod bisect;
mod ci;
mod conform;
mod corpus;
#[cfg(test)]
mod dependencies;
mod diff;
mod explain;
mod limits;
mod memory;
mod mutate;
mod mutations;
mod opcodes;
mod order;
mod primitives;
#[cfg(test)]
mod tidy;
mod tools;

use std::process::ExitCode;

/// Name, arguments and purpose, function.
type Task = (&'static str, &'static str, fn(&[String]) -> Result<(), String>);

const TASKS: &[Task] = &[
    ("hello", "builds phpc with both runtime archives, compiles and runs examples/hello.php", ci::hello),
    ("test", "runs the tests of all crates, tests/php/order, limits and absences", ci::test),
    ("ci", "test, then conform: what .ci/run does", ci::run),
    ("conform", "[--update] [TESTS…]: PHP's own tests against tests/conformance/passing.txt", conform::run),
    ("memory", "[--valgrind] [--count N] [TESTS…]: passing tests under the debug allocator: leaks, use after free", memory::run),
    ("limits", "[NAME…]: the programs of tests/php/limits, planted faults, what executables carry", limits::run),
    ("order", "[--run] [--open] [--strict|--update] [NAME…]: the programs of tests/php/order", order::run),
    ("corpus", "[--program] [FOLDER…]: real PHP to PIR and machine code, file by file or as one program", corpus::run),
    ("mutate", "[NAME…]: planted faults of lowering that tests/php/order must notice", mutate::run),
    ("absences", "[NAME…]: what must not stand in the hot loops of tests/codegen", absences::run),
    ("opcodes", "[FILE…]: locals and operations of PIR beside PHP's opcodes", opcodes::run),
    ("diff", "FILE|DIR…: ours against php84, through phpc -o and phpc run", diff::run),
    ("bisect", "[--plant] FILE: the guilty pass and function, by leaving out and by fuel", bisect::run),
    ("explain", "FUNCTION FILE: source, PIR, SSA after each pass, CLIF, assembly on one page", explain::run),
    ("primitives", "writes boot/primitives.txt and the operations of docs/pir.md", primitives::run),
];

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
