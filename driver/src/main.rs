//! The command `phpc`: finds the files, drives the stages of `phpc_pipeline`, links, runs.
//!
//! The only part of the compile side that does IO. Start with `compile.rs`; the command line is in `args.rs`.

mod args;
mod autoload;
mod builtins;
mod compile;
mod emit;
mod failure;
mod heap;
mod internal;
mod link;
mod output;
mod parallel;
mod prelink;
mod project;
mod relax;
mod report;
mod run;
mod session;
mod settings;

use args::Command;
use failure::Failure;
use session::Session;
use std::process::ExitCode;

#[global_allocator]
static HEAP: heap::Heap = heap::Heap::new();

fn main() -> ExitCode {
    internal::set_up();
    match phpc_pipeline::with_big_stack(start) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => ExitCode::from(failure.report()),
    }
}

fn start() -> Result<(), Failure> {
    let (command, options) = args::parse(std::env::args_os().skip(1)).map_err(Failure::Message)?;
    let session = Session::new(options)?;
    let result = execute(&session, command);
    session.print_times();
    result
}

fn execute(session: &Session, command: Command) -> Result<(), Failure> {
    match command {
        Command::Executable { entry } => compile::executable(session, &entry),
        Command::Objects { files } => compile::objects(session, &files),
        Command::Emit { emit, files } => emit::run(session, &emit, &files),
        Command::Run { program, args } => run::run(session, program, &args),
        Command::Build { folder } => compile::build(session, &folder),
        Command::ListPasses => output::print(phpc_pipeline::list_passes().as_bytes()),
        Command::Version => output::print(concat!("phpc ", env!("CARGO_PKG_VERSION"), " (PHP 8.4)\n").as_bytes()),
        Command::Help => output::print(format!("{}\n", args::USAGE).as_bytes()),
    }
}
